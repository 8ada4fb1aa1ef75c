import type { ApiClient } from '../../transport/types';
import { Turns } from './turns';

/**
 * Lets the items of a run that concern the same record go one after another, however many run at once: each is to see what
 * the one before has left, and nothing that another one does in between passes for its own.
 * @param record what they concern, such as `booking` and an id
 */
export async function inTurn<T>(
	record: string,
	api: ApiClient,
	action: () => Promise<T>,
): Promise<T> {
	const turns = await api.perRun('turns', () => Promise.resolve(new Turns()));
	return await turns.take(record, action);
}
