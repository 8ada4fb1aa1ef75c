import type { Appointment, AppointmentAttendee } from '../../api/appointments';
import { inputFailure } from '../../transport/nodeErrors';
import type { ApiClient } from '../../transport/types';

/** The API knows attendees by id only; people know them by mail address. */
export function attendeeIn(
	{ attendees = [] }: Appointment,
	wanted: string,
	api: ApiClient,
): AppointmentAttendee {
	const isIt = (name?: string | null) => name?.toLowerCase() === wanted.toLowerCase();
	const [found, ...others] = attendees.filter(({ id, email }) => isIt(id) || isIt(email));
	if (found === undefined) return refuseAttendee(`"${wanted}" is not in this booking`, api);
	return others.length === 0
		? found
		: refuseAttendee(`several attendees have the address "${wanted}", so give an ID`, api);
}

/** The attendee that is named, or the only one where nobody is. */
export function attendeeOf(
	booking: Appointment,
	wanted: string | undefined,
	api: ApiClient,
): AppointmentAttendee {
	if (wanted !== undefined) return attendeeIn(booking, wanted, api);
	const [only, ...others] = booking.attendees ?? [];
	if (only === undefined) return refuseAttendee('this booking has no attendee', api);
	return others.length === 0
		? only
		: refuseAttendee(`this booking has ${others.length + 1} attendees, so say which one`, api);
}

/** Ends the item: the attendee cannot be the one that is meant. */
export function refuseAttendee(reason: string, api: ApiClient): never {
	return api.fail(inputFailure('Attendee Email or ID', reason));
}
