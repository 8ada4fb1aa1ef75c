import type { Appointment } from '../../api/appointments';
import { v4 } from '../../transport/path';
import type { ApiClient } from '../../transport/types';
import { readAfterwards } from '../requests/readAfterwards';
import { recordIn } from '../requests/recordIn';

/** Asks for a booking. */
export async function readBooking(id: string, api: ApiClient): Promise<Appointment> {
	return await api.get<Appointment>(v4`/appointment/${id}`);
}

/** Asks for a booking after a write. */
export async function readBookingAfterwards(id: string, api: ApiClient): Promise<Appointment> {
	return await readAfterwards('the booking', async () => await readBooking(id, api), api);
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
	return acted === UNSEEN ? await readBookingAfterwards(id, api) : acted;
}
