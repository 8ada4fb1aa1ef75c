import { list, record, type Json } from '../contract/json.cts';

/** What a node said of one item. */
export interface Said {
	/** The mail address of its attendee, which no other item has. */
	readonly email: string;
	/** What left through the success branch, if anything. */
	readonly answer?: Json;
	/** What left through the error branch, if anything. */
	readonly error?: Json;
}

export interface BookingCheck {
	/** Items that are neither booked nor reported. */
	readonly lost: number;
	/** Items that are booked more than once. */
	readonly duplicated: number;
	/** Items said to be recovered that have no booking, or show that of another. */
	readonly falseRecovery: number;
	/** Items that end in "may have been created". */
	readonly unsure: number;
	/** Items reported as not booked that are booked all the same. */
	readonly falseFailure: number;
	readonly recovered: number;
	/** Items with a booking. */
	readonly booked: number;
}

/** Holds what was said of each item against the bookings that there are. */
export function checkBookings(said: readonly Said[], appointments: readonly Json[]): BookingCheck {
	const idsByEmail = new Map<string, string[]>();
	for (const { id, attendees } of appointments) {
		for (const attendee of list(attendees)) {
			const email = String(record(attendee).email);
			idsByEmail.set(email, [...(idsByEmail.get(email) ?? []), String(id)]);
		}
	}
	const idsOf = ({ email }: Said) => idsByEmail.get(email) ?? [];
	const count = (isSo: (item: Said) => boolean) => said.filter(isSo).length;
	return {
		lost: count((item) => idsOf(item).length === 0 && item.error === undefined),
		duplicated: count((item) => idsOf(item).length > 1),
		falseRecovery: count((item) => isRecovered(item) && !idsOf(item).includes(idIn(item))),
		unsure: count(isUnsure),
		falseFailure: count(
			(item) => item.error !== undefined && !isUnsure(item) && idsOf(item).length > 0,
		),
		recovered: count(isRecovered),
		booked: count((item) => idsOf(item).length > 0),
	};
}

function isRecovered({ answer }: Said): boolean {
	return answer?.recovered === true;
}

function isUnsure({ error }: Said): boolean {
	return record(error?.details).mayHaveHappened === true;
}

function idIn({ answer }: Said): string {
	return String(answer?.id);
}
