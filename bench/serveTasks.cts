import { record, type Json } from '../contract/json.cts';
import { answerParent } from '../engine/answerParent.cts';
import type { Figures } from './messages.cts';

/**
 * The other end of `startChild`: says that this process is ready, then answers what it is told.
 * @param task gives the figures; what it throws is told to the parent
 */
export function serveTasks(task: (told: Json) => Promise<Figures>): void {
	answerParent(async (told) => await task(record(told)));
}
