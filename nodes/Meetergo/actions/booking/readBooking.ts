import type { Appointment } from '../../api/records';
import { v4 } from '../../transport/path';
import type { ApiClient } from '../../transport/types';

/** Asks for a booking. */
export async function readBooking(id: string, api: ApiClient): Promise<Appointment> {
	return await api.get<Appointment>(v4`/appointment/${id}`);
}

/** The booking in an answer, which may hold something else or nothing. */
export function bookingIn(answer: unknown): Appointment | undefined {
	const booking = answer as Appointment | undefined;
	return booking?.id === undefined ? undefined : booking;
}
