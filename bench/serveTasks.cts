import { record, type Json } from '../contract/json.cts';
import type { Figures } from './messages.cts';

/**
 * The other end of `startChild`: says that this process is ready, then answers what it is told.
 * @param task gives the figures; what it throws is told to the parent
 */
export function serveTasks(task: (told: Json) => Promise<Figures>): void {
	process.on('message', (message) => {
		task(record(message)).then(
			(figures) => process.send?.(figures),
			(error: unknown) => process.send?.({ error: reasonOf(error) }),
		);
	});
	// Nobody is left to measure for.
	process.on('disconnect', () => process.exit());
	process.send?.({ ready: true });
}

function reasonOf(error: unknown): string {
	return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
