import { type Instant, writeInstant } from '../../fields/instant';
import { v4 } from '../../transport/path';
import type { ApiClient } from '../../transport/types';
import { hostScope } from '../meetingType/hostScope';
import type { Arguments } from '../operation';
import type { Told } from '../output/told';
import { onlyOnce, type Wish } from './alreadyBooked/onlyOnce';
import type { RunBookings } from './alreadyBooked/runBookings';
import { attendee } from './attendee.fields';
import { type Booked, tellBooked } from './booked';
import { additionalFields, createOptions } from './create.fields';
import { answersTo, formAnswers } from './formAnswers';

/** Who is booked for and how: what the form says besides meeting type and time. */
export const wishes = { attendee, formAnswers, additionalFields };

export type Wishes = Arguments<typeof wishes, typeof createOptions> & {
	/** IANA zone in which times are shown, and that of the attendee unless another one is given. */
	readonly timezone: string;
};

/** The window that holds one start: no other lies in the same millisecond. */
export function windowAt(start: Instant): Wish['sought']['window'] {
	return { from: start, until: start.plus(1) };
}

/** Books one meeting, once. A time that is taken fails with the code `slotOccupied`. */
export async function book(
	wish: Wish,
	wished: Wishes,
	run: RunBookings,
	api: ApiClient,
): Promise<Told<Booked>> {
	const { type, hostIds } = wish.offer;
	const start = wish.sought.window.from;
	const { attendee: person, additionalFields: more, options, timezone: zone } = wished;
	const body = {
		meetingTypeId: type.id,
		...hostScope(type, hostIds, api),
		start: writeInstant(start),
		attendee: {
			fullname: person.name,
			email: person.email,
			phone: person.phone,
			// Both are demanded although the documentation leaves them out in places.
			receiveReminders: options.sendReminders ?? true,
			notes: await answersTo(type, { ...wished, others: more.answers, zone }, api),
			dataPolicyAccepted: true,
			language: more.attendeeLanguage,
			timezone: more.attendeeTimezone ?? zone,
			bringalongEmails: more.guests && [...more.guests],
		},
		duration: more.duration,
		channel: more.channel,
		location: more.location,
		icsTitle: more.invitationTitle,
		icsDescription: more.invitationText,
		phoneOnlyBooking: person.email === undefined ? true : undefined,
		ignoreAvailability: options.ignoreAvailability,
		skipNotifications: options.skipNotifications,
	};
	const { found, recovered } = await run.making(
		wish.sought,
		async () => {
			const made = await api.once(v4`/booking`, body, onlyOnce(wish, run));
			const { email, phone } = person;
			const { duration: minutes } = more;
			const answer = made.record;
			return {
				found: { answer, meetingTypeId: type.id, start, minutes, email, phone },
				recovered: made.recovered,
			};
		},
		(made) => made.found,
		api,
	);
	const telling = { type, attendee: person, timezone: zone, ...options };
	return await tellBooked(found, { change: 'created', recovered }, telling, api);
}
