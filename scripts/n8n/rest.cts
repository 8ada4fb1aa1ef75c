import { isRecord, record } from '../../contract/json.cts';

const BASE = '/rest';

/** An answer of n8n that is no success. */
export class RestError extends Error {
	constructor(
		request: string,
		readonly status: number,
		readonly body: unknown,
	) {
		super(`${request}: ${status} ${String(record(body).message ?? '')}`);
	}
}

/** What n8n's editor talks with its server, as whoever signed in. Answers come without their wrapping. */
export class Rest {
	private cookie = '';

	/** @param url the address of n8n, without a path */
	constructor(private readonly url: string) {}

	/** @param base where the path begins */
	async get(path: string, base = BASE): Promise<unknown> {
		return await this.send('GET', base + path);
	}

	async post(path: string, body: object = {}): Promise<unknown> {
		return await this.send('POST', BASE + path, body);
	}

	async patch(path: string, body: object): Promise<unknown> {
		return await this.send('PATCH', BASE + path, body);
	}

	async delete(path: string): Promise<unknown> {
		return await this.send('DELETE', BASE + path);
	}

	/** @throws RestError unless the answer is a success */
	private async send(method: string, path: string, body?: object): Promise<unknown> {
		const response = await fetch(`${this.url}${path}`, {
			method,
			headers: {
				'content-type': 'application/json',
				cookie: this.cookie,
				// A busy n8n closes connections that are kept, just when they are used again.
				connection: 'close',
			},
			body: body && JSON.stringify(body),
		});
		const cookies = response.headers.getSetCookie().map((text) => text.split(';')[0] ?? '');
		if (cookies.length > 0) this.cookie = cookies.join('; ');
		const answer: unknown = await response.json().catch(() => undefined);
		if (!response.ok) throw new RestError(`${method} ${path}`, response.status, answer);
		return isRecord(answer) && 'data' in answer ? answer.data : answer;
	}
}
