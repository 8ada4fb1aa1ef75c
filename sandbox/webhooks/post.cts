/**
 * Posts a text of JSON, following no redirect.
 * @param timeoutMs real milliseconds that the whole answer may take
 * @param stopped ends it early
 * @returns the status of the answer, or 0 when there was none
 */
export async function post(
	endpoint: string,
	json: string,
	timeoutMs: number,
	stopped: AbortSignal,
): Promise<number> {
	const patience = new AbortController();
	const end = () => patience.abort();
	const timer = setTimeout(end, timeoutMs);
	stopped.addEventListener('abort', end);
	try {
		const answer = await fetch(endpoint, {
			method: 'POST',
			headers: { 'content-type': 'application/json' },
			body: json,
			redirect: 'manual',
			signal: patience.signal,
		});
		await answer.arrayBuffer();
		return answer.status;
	} catch {
		return 0;
	} finally {
		clearTimeout(timer);
		stopped.removeEventListener('abort', end);
	}
}
