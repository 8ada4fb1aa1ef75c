import { addSentence } from '../../transport/failures';
import type { ApiClient } from '../../transport/types';
import { attempt } from './attempt';

/**
 * Reads a record after a write whose answer did not tell it. Where that fails, the error says that the write was done.
 *
 * @param what as in "the booking"
 */
export async function readAfterwards<T>(
	what: string,
	read: () => Promise<T>,
	api: ApiClient,
): Promise<T> {
	const reading = await attempt(read);
	if ('value' in reading) return reading.value;
	const done = `meetergo has carried it out, but ${what} could not be read afterwards.`;
	return api.fail(addSentence({ ...reading.failure, mayHaveHappened: true }, done));
}
