import { readInstant, writeLocal } from '../fields/instant';

/** A time of the API in the zone of the user; left as it is where it cannot be read. */
export function zonedTime(text: string, zone: string): string {
	const reading = readInstant(text, 'UTC');
	return 'instant' in reading ? writeLocal(reading.instant, zone) : text;
}
