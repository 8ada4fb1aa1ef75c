import type { Appointment } from '../../api/records';
import { email } from '../../fields/basic';
import { required } from '../../fields/field';
import { timezone } from '../../fields/time';
import { inputFailure } from '../../transport/nodeErrors';
import { v4 } from '../../transport/path';
import type { Once } from '../../transport/types';
import { perItem } from '../perItem';
import { told } from '../told';
import { attendeeOf } from './attendees';
import { bookingId, whichAttendee } from './booking.fields';
import { identify, nameAttendee } from './booking.simplify';
import { type Acted, actedOn, bookingAfter, readBooking } from './readBooking';

/** As many as an attendee may bring along. */
const MOST_GUESTS = 5;

const guestEmail = required(
	email({
		displayName: 'Guest Email',
		name: 'guestEmail',
		placeholder: 'e.g. ada@example.com',
		description: 'Mail address of the person to invite. An attendee may have 5 guests at most.',
	}),
	'Guest Email',
);

export const addGuest = perItem({
	option: {
		name: 'Add Guest',
		value: 'addGuest',
		description: 'Add a guest of an attendee to a booking; meetergo invites the guest by mail',
		action: 'Add a guest to a booking and mail the invitation',
	},
	actingUser: 'required',
	effect: 'change',
	fields: { bookingId, attendee: whichAttendee, guestEmail },
	options: { timezone },
	async run({ bookingId: id, attendee: wanted, guestEmail: guest }, api) {
		const before = await readBooking(id, api);
		const attendee = attendeeOf(before, wanted, api);
		const facts = { ...nameAttendee(attendee), guestEmail: guest };
		if (hasGuest(before, attendee.id, guest))
			return told(before, { ...facts, change: 'unchanged' });
		if ((attendee.bringalongEmails?.length ?? 0) >= MOST_GUESTS) {
			const reason = `the attendee has ${MOST_GUESTS} guests already, and may have no more`;
			return api.fail(inputFailure('Guest Email', reason));
		}
		const { record: acted, recovered } = await api.once(
			v4`/appointment/${id}/guest`,
			{ attendeeId: attendee.id, email: guest },
			guestIn(id, attendee.id, guest),
			'PATCH',
		);
		const booking = await bookingAfter(acted, id, api);
		return told(booking, { ...facts, change: 'updated', recovered });
	},
	simplify: identify,
});

function hasGuest({ attendees }: Appointment, attendeeId: string, guest: string): boolean {
	const brought = attendees?.find(({ id }) => id === attendeeId)?.bringalongEmails ?? [];
	return brought.some((known) => known.toLowerCase() === guest.toLowerCase());
}

/** The attendee has this guest, who was not there before: the guest was added. */
function guestIn(id: string, attendeeId: string, guest: string): Once<Acted> {
	return {
		proof: 'lookUp',
		complete: true,
		read: actedOn,
		async find(api) {
			const booking = await readBooking(id, api);
			return hasGuest(booking, attendeeId, guest) ? booking : undefined;
		},
		howToCheck:
			'Look at the guests of its attendees with Booking > Get, Output Raw, before you add the guest again.',
	};
}
