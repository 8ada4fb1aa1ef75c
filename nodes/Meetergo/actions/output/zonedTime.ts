import { readInstant, writeLocal } from '../../fields/instant';

/** A time of the API in the zone of the user; left as it is where it is missing or cannot be read. */
export function zonedTime<T extends string | null | undefined>(text: T, zone: string): T | string {
	const reading = readInstant(text, 'UTC');
	return 'instant' in reading ? writeLocal(reading.instant, zone) : text;
}
