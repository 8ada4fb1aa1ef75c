/** Waits between two tries, for so many milliseconds of n8n's. */
export type Pause = (ms: number) => Promise<void>;

const FIRST_PAUSE_MS = 1000;

/**
 * Tries some work as n8n tries to activate: each pause is twice as long as the last.
 *
 * @throws what the last try threw
 */
export async function retry(
	times: number,
	work: () => Promise<void>,
	pause: Pause,
	isTransient: (error: unknown) => boolean,
): Promise<void> {
	for (let tried = 1; ; tried += 1) {
		try {
			return await work();
		} catch (error) {
			if (tried === times || !isTransient(error)) throw error;
			await pause(FIRST_PAUSE_MS * 2 ** (tried - 1));
		}
	}
}
