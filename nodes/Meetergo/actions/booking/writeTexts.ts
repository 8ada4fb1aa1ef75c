import type { IDataObject } from 'n8n-workflow';
import type { Appointment } from '../../api/appointments';
import type { Path } from '../../transport/path';
import type { ApiClient } from '../../transport/types';
import { bookingIn, readBookingAfterwards } from './readBooking';

/**
 * Replaces texts of a booking; what is left out stays. What such a write answers with, and under which names a booking shows
 * these texts, is not certain: what the record does not show is told as it was sent.
 */
export async function writeTexts(
	id: string,
	path: Path,
	texts: IDataObject,
	api: ApiClient,
): Promise<Appointment> {
	const answer = await api.change('PATCH', path, { body: texts });
	const booking = bookingIn(answer) ?? (await readBookingAfterwards(id, api));
	const unseen = Object.entries(texts).filter(
		([name, text]) => text !== undefined && booking[name] === undefined,
	);
	return { ...booking, ...Object.fromEntries(unseen) };
}
