import { request } from '../../../nodes/Meetergo/transport/request';
import { failureIn, get, ok, server, status } from './fakes.cts';

/*
 * A 429 of the rate limit is over within a minute, and slows down all requests of the credential. One that asks for a longer
 * wait is about this request alone, such as the hourly limit of mails.
 */

const refusedFor = (seconds: number) => status(429, '', { 'retry-after': String(seconds) });

it.each([1, 60])('a refusal for %d s slows down other requests', async (seconds) => {
	const ports = server([refusedFor(seconds), ok()]);
	const sentAt = ports.clock.now();
	await request(get, 'repeatable', ports);
	expect(ports.limiter.refusals).toEqual([sentAt]);
});

it('so does one that asks for no certain wait', async () => {
	const ports = server([status(429), ok()]);
	const sentAt = ports.clock.now();
	await request(get, 'repeatable', ports);
	expect(ports.limiter.refusals).toEqual([sentAt]);
});

describe.each([61, 3600])('a refusal for %d s', (seconds) => {
	it('is waited for, and slows down nothing else', async () => {
		const ports = server([refusedFor(seconds), ok()], { maxWaitMs: 3_600_000 });
		expect(await request(get, 'repeatable', ports)).toEqual({ answer: { id: '1' } });
		expect(ports.clock.sleeps).toEqual([seconds * 1000]);
		expect(ports.limiter.refusals).toEqual([]);
	});

	it('is given up beyond Max Wait, and slows down nothing else', async () => {
		const ports = server([refusedFor(seconds)], { maxWaitMs: 10_000 });
		expect(failureIn(await request(get, 'repeatable', ports)).code).toBe('rateLimited');
		expect(ports.limiter.refusals).toEqual([]);
	});
});
