import { credentials, ids } from '../../../sandbox/seed.cts';
import type { SandboxOptions } from '../../../sandbox/server.cts';
import { strayAnswers, visit, type Reply, type Visitor } from './visitor.cts';

const MINUTE = 60_000;

let visitor: Visitor;
afterEach(async () => {
	await visitor.sandbox.close();
	expect(strayAnswers(visitor)).toEqual([]);
});

async function open(options: SandboxOptions): Promise<void> {
	visitor = await visit(options);
}

function mail(token?: string): Promise<Reply> {
	const body = { attendeeId: ids.attendees.confirmed, title: 'Hello', content: 'How are you?' };
	return visitor.ask('POST', '/v4/attendee/quick-mail', { body, token });
}

/** How many of so many mails are sent. */
async function sending(count: number): Promise<number> {
	let sent = 0;
	for (let number = 0; number < count; number += 1) {
		if ((await mail()).status === 201) sent += 1;
	}
	return sent;
}

it.each(['tokenBucket', 'slidingLog'] as const)(
	'%s: five mails in any five minutes',
	async (limiter) => {
		await open({ limiter });
		expect(await sending(2)).toBe(2);
		visitor.sandbox.clock.advance(MINUTE);
		expect(await sending(5)).toBe(3);
		expect(visitor.sandbox.state.mails).toHaveLength(5);
		const { status, headers, body } = await mail();
		expect(status).toBe(429);
		expect(body).toMatchObject({ statusCode: 429, message: 'Too Many Requests' });
		expect(headers.get('retry-after')).toBe('240');
		visitor.sandbox.clock.advance(4 * MINUTE);
		expect(await sending(5)).toBe(2);
	},
);

it('fixed window: five mails in each five minutes of the clock', async () => {
	await open({ limiter: 'fixedWindow', now: '2026-03-02T08:04:00Z' });
	expect(await sending(7)).toBe(5);
	expect((await mail()).headers.get('retry-after')).toBe('60');
	visitor.sandbox.clock.advance(MINUTE);
	expect(await sending(7)).toBe(5);
});

it('each credential is counted for itself, and other routes are not held up', async () => {
	await open({ limiter: 'tokenBucket' });
	await sending(6);
	// James may not see this attendee, but he gets as far as being told so.
	expect((await mail(credentials.memberToken)).status).toBe(400);
	expect((await visitor.ask('GET', '/v4/user/me')).status).toBe(200);
});

it('a mail that is held up counts for the limit of all requests', async () => {
	await open({ limiter: 'tokenBucket', requestsPerMinute: 1, burst: 8 });
	expect(await sending(7)).toBe(5);
	expect((await visitor.ask('GET', '/v4/user/me')).status).toBe(200);
	expect((await visitor.ask('GET', '/v4/user/me')).status).toBe(429);
	const { accepted, refused } = visitor.sandbox.log.read();
	expect([accepted.length, refused]).toEqual([6, 3]);
});

it('what the limit of all requests refuses does not count for the route', async () => {
	await open({ limiter: 'tokenBucket', requestsPerMinute: 60, burst: 3 });
	expect(await sending(9)).toBe(3);
	visitor.sandbox.clock.advance(2000);
	expect(await sending(9)).toBe(2);
});

it('is off when the limiter is off', async () => {
	await open({ limiter: 'off' });
	expect(await sending(7)).toBe(7);
});

it('is forgotten after a reset', async () => {
	await open({ limiter: 'tokenBucket' });
	expect(await sending(6)).toBe(5);
	await visitor.ask('POST', '/__sandbox/reset');
	expect(await sending(6)).toBe(5);
});
