import { sleep } from 'n8n-workflow';

/** n8n allows no timer that could be ended early, so spans are slept through in slices. */
const SLICE_MS = 500;

/** A span of real time. */
export interface Span {
	/** Resolves when the span is over, or soon after it was stopped. */
	readonly over: Promise<void>;
	/** Lets nobody wait any longer. */
	stop(): void;
}

/** Begins a span of `ms` milliseconds. */
export function span(ms: number): Span {
	let isStopped = false;
	const pass = async (): Promise<void> => {
		for (let left = ms; left > 0 && !isStopped; left -= SLICE_MS) {
			await sleep(Math.min(left, SLICE_MS));
		}
	};
	return {
		over: pass(),
		stop() {
			isStopped = true;
		},
	};
}

/**
 * Waits for work no longer than `ms` of real time.
 * @param late what to answer in its place; the work itself goes on, and nobody looks at how it ends
 */
export async function within<T>(ms: number, work: Promise<T>, late: () => T): Promise<T> {
	const { over, stop } = span(ms);
	try {
		return await Promise.race([work, over.then(late)]);
	} finally {
		stop();
	}
}
