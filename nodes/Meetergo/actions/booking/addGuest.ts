import type { Appointment } from '../../api/appointments';
import { email } from '../../fields/basic';
import { required } from '../../fields/field';
import { timezone } from '../../fields/time';
import { inputFailure } from '../../transport/nodeErrors';
import { v4 } from '../../transport/path';
import type { Once } from '../../transport/types';
import { column, type Columns } from '../output/columns';
import { perItem } from '../perItem';
import { inTurn } from '../requests/inTurn';
import { told } from '../output/told';
import { attendeeOf } from './attendees';
import { identity, nameAttendee } from './booking.columns';
import { bookingId, whichAttendee } from './booking.fields';
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

/** A booking with the guest and whose guest it is. */
interface WithGuest extends Appointment {
	readonly attendeeName: string | null;
	readonly attendeeEmail: string | null;
	readonly guestEmail: string;
}

const guestColumns: Columns<WithGuest> = {
	...identity,
	attendeeName: column('Full name of the attendee', ({ attendeeName }) => attendeeName),
	attendeeEmail: column('Mail address of the attendee', ({ attendeeEmail }) => attendeeEmail),
	guestEmail: column('Mail address of the guest', ({ guestEmail: address }) => address),
};

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
		return await inTurn(`booking ${id}`, api, async () => {
			const before = await readBooking(id, api);
			const attendee = attendeeOf(before, wanted, api);
			const invited = { ...nameAttendee(attendee), guestEmail: guest };
			if (hasGuest(before, attendee.id, guest))
				return told({ ...before, ...invited }, { change: 'unchanged' });
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
			return told({ ...booking, ...invited }, { change: 'updated', recovered });
		});
	},
	simplify: guestColumns,
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
