import type { Appointment } from '../../api/appointments';
import { addSentence } from '../../transport/failures';
import { v4 } from '../../transport/path';
import type { ApiClient } from '../../transport/types';
import { attempt } from '../requests/attempt';
import { recordIn } from '../requests/recordIn';

/** Asks for a booking. */
export async function readBooking(id: string, api: ApiClient): Promise<Appointment> {
	return await api.get<Appointment>(v4`/appointment/${id}`);
}

/** The booking in an answer, which may hold something else or nothing. */
export function bookingIn(answer: unknown): Appointment | undefined {
	return recordIn<Appointment>(answer, 'id');
}

/** An act that was carried out and told without the booking, as an empty answer does. */
const UNSEEN = 'unseen';

/** What an act tells: the booking, or only that it was carried out. */
export type Acted = Appointment | typeof UNSEEN;

/** What the answer to an act tells; `undefined` where it cannot be read. */
export function actedOn(answer: unknown): Acted | undefined {
	return answer === undefined ? UNSEEN : bookingIn(answer);
}

/** The booking after an act. */
export async function bookingAfter(acted: Acted, id: string, api: ApiClient): Promise<Appointment> {
	if (acted !== UNSEEN) return acted;
	const reading = await attempt(async () => await readBooking(id, api));
	if ('value' in reading) return reading.value;
	const done = 'meetergo has carried it out, but the booking could not be read afterwards.';
	return api.fail(addSentence({ ...reading.failure, mayHaveHappened: true }, done));
}
