import { request } from '../../../nodes/Meetergo/transport/request';
import {
	cancelled,
	cutOff,
	del,
	failureIn,
	fakeClock,
	get,
	neverSent,
	ok,
	patch,
	post,
	server,
	status,
	stuckClock,
	timedOut,
} from './fakes.cts';

const refusedFor = (seconds: string) => status(429, '', { 'retry-after': seconds });

describe('a request', () => {
	it('gives the answer and counts itself', async () => {
		const ports = server([ok({ id: '7' })]);
		expect(await request(get, 'repeatable', ports)).toEqual({ answer: { id: '7' } });
		expect(ports.asked).toEqual([get]);
		expect(ports.notes).toMatchObject({ requests: 1, recovered: 0, cutLists: 0 });
		expect(ports.notes.forLimit.ms + ports.notes.afterFaults.ms).toBe(0);
	});

	it('waits as long as it is asked to', async () => {
		const ports = server([refusedFor('7'), status(503, '', { 'retry-after': '2' }), ok()]);
		expect(await request(patch, 'repeatable', ports)).toEqual({ answer: { id: '1' } });
		expect(ports.clock.sleeps).toEqual([7000, 2000]);
		expect(ports.notes.requests).toBe(3);
		expect(ports.notes.forLimit.ms).toBe(7000);
		expect(ports.notes.afterFaults.ms).toBe(2000);
	});

	it('backs off when nothing is asked', async () => {
		const ports = server([status(503), cutOff, timedOut, neverSent, status(502), ok()]);
		await request(get, 'repeatable', ports);
		expect(ports.clock.sleeps).toEqual([500, 1000, 2000, 4000, 8000]);
	});

	it.each([status(429), refusedFor('0'), refusedFor('soon')])(
		'leaves it to the limiter when to try again after %j',
		async (refusal) => {
			const clock = fakeClock();
			const ports = server([refusal, refusal, ok()], { clock, maxWaitMs: 5000 });
			ports.limiter.whileQueueing = () => clock.advance(2000);
			expect(await request(get, 'repeatable', ports)).toEqual({ answer: { id: '1' } });
			expect(clock.sleeps).toEqual([]);
			expect(ports.limiter.refusals).toEqual([0, 0]);
			expect(ports.notes.forLimit.ms).toBe(6000);
		},
	);

	it('waits for a date', async () => {
		const clock = fakeClock();
		const date = new Date(clock.now() + 5000).toUTCString();
		const ports = server([refusedFor(date), ok()], { clock });
		await request(get, 'repeatable', ports);
		expect(clock.sleeps).toEqual([5000]);
	});

	it('repeats a 500 twice', async () => {
		const ports = server([status(500), status(500), status(500)]);
		const failure = failureIn(await request(get, 'repeatable', ports));
		expect(failure).toMatchObject({ code: 'serverError', httpCode: 500, waitedMs: 1500 });
		expect(ports.asked).toHaveLength(3);
	});

	it.each(['', 'null', '"text"', '7'])('repeats a read twice that is answered %j', async (body) => {
		const ports = server([status(200, body), status(200, body), status(200, body)]);
		const failure = failureIn(await request(get, 'repeatable', ports));
		expect(failure).toMatchObject({ code: 'unreadableAnswer', httpCode: 200 });
		expect(failure.description).toContain(`The answer was ${body || 'empty'}`);
		expect(ports.asked).toHaveLength(3);
	});

	it('may be answered with nothing when it is not a read', async () => {
		for (const ask of [patch, del, post]) {
			const ports = server([status(200)]);
			expect(await request(ask, 'once', ports)).toEqual({ answer: undefined });
		}
	});

	it.each([400, 401, 403, 404, 406, 409, 422])('does not repeat a %i', async (code) => {
		const ports = server([status(code)]);
		expect(failureIn(await request(get, 'repeatable', ports)).httpCode).toBe(code);
	});

	it.each([cutOff, timedOut, status(500), status(503)])(
		'that must take effect once is not repeated after %j',
		async (reply) => {
			const ports = server([reply]);
			expect(failureIn(await request(post, 'once', ports)).mayHaveHappened).toBe(true);
		},
	);

	it('that must take effect once is repeated when nothing can have happened', async () => {
		const ports = server([status(429), neverSent, ok()]);
		expect(await request(post, 'once', ports)).toEqual({ answer: { id: '1' } });
	});

	it('tells the limiter about refusals, what else is answered, and who waits for it', async () => {
		const replies = [refusedFor('3'), status(503), neverSent, ok()];
		const ports = server(replies, { lane: 'urgent' });
		await request(get, 'repeatable', ports);
		expect(ports.limiter.refusals).toEqual([3000]);
		expect(ports.limiter.answered()).toBe(2);
		expect(ports.limiter.lanes).toEqual(['urgent']);
	});

	it('comes back with what is left of Max Wait as its patience', async () => {
		const ports = server([refusedFor('3'), refusedFor('4'), ok()], { maxWaitMs: 10_000 });
		await request(get, 'repeatable', ports);
		expect(ports.limiter.patience).toEqual([undefined, 7000, 3000]);
	});
});

describe('a DELETE', () => {
	it.each([cutOff, timedOut, status(500), status(504)])(
		'that is not found after %j has succeeded',
		async (reply) => {
			const ports = server([reply, status(404)]);
			expect(await request(del, 'repeatable', ports)).toEqual({ answer: undefined });
		},
	);

	it.each([status(429), neverSent])('that is not found after %j has failed', async (reply) => {
		const ports = server([reply, status(404)]);
		expect(failureIn(await request(del, 'repeatable', ports)).code).toBe('notFound');
	});

	it('that is not found at once has failed', async () => {
		const ports = server([status(404)]);
		expect(failureIn(await request(del, 'repeatable', ports)).code).toBe('notFound');
	});

	it('alone may be not found', async () => {
		const ports = server([cutOff, status(404)]);
		expect(failureIn(await request(get, 'repeatable', ports)).code).toBe('notFound');
	});
});

describe('Max Wait', () => {
	it('ends the repeats, and the failure tells the time waited', async () => {
		const ports = server([cutOff, cutOff, cutOff, cutOff], { maxWaitMs: 3000 });
		const failure = failureIn(await request(get, 'repeatable', ports));
		expect(ports.clock.sleeps).toEqual([500, 1000, 1500]);
		expect(failure).toMatchObject({ code: 'connectionLost', waitedMs: 3000 });
	});

	it('of nothing means one attempt', async () => {
		const ports = server([neverSent], { maxWaitMs: 0 });
		expect(failureIn(await request(get, 'repeatable', ports)).code).toBe('unreachable');
		expect(ports.clock.sleeps).toEqual([]);
	});

	it('is not spent on a wait that would be too long', async () => {
		const ports = server([refusedFor('4'), refusedFor('9')], { maxWaitMs: 10_000 });
		const failure = failureIn(await request(get, 'repeatable', ports));
		expect(failure).toMatchObject({ code: 'rateLimited', httpCode: 429, waitedMs: 4000 });
		expect(failure.description).toContain(
			'meetergo asks to wait 9 s, more than the 6 s left of Max Wait.',
		);
	});

	it('that the queue has used up is not put down to the server', async () => {
		const clock = fakeClock();
		const ports = server([neverSent, neverSent], { clock, maxWaitMs: 1000 });
		ports.limiter.whileQueueing = () => clock.advance(600);
		const failure = failureIn(await request(get, 'repeatable', ports));
		expect(failure).toMatchObject({ code: 'unreachable', waitedMs: 1100 });
		expect(failure.description).not.toContain('meetergo asks to wait');
	});

	it('may be used up to the end', async () => {
		const ports = server([refusedFor('10'), ok()], { maxWaitMs: 10_000 });
		expect(await request(get, 'repeatable', ports)).toEqual({ answer: { id: '1' } });
	});

	it('does not bound the queue', async () => {
		const clock = fakeClock();
		const ports = server([neverSent, ok()], { clock, maxWaitMs: 1000 });
		ports.limiter.whileQueueing = () => clock.advance(3_600_000);
		expect(await request(get, 'repeatable', ports)).toEqual({ answer: { id: '1' } });
	});

	it('bounds what a server may go on refusing', async () => {
		const clock = fakeClock();
		const ports = server(Array(5).fill(status(429)), { clock, maxWaitMs: 3000 });
		ports.limiter.whileQueueing = () => clock.advance(1000);
		const failure = failureIn(await request(get, 'repeatable', ports));
		expect(failure).toMatchObject({ code: 'rateLimited', waitedMs: 3000 });
		expect(ports.asked).toHaveLength(4);
	});
});

describe('cancellation', () => {
	it('ends a wait', async () => {
		const controller = new AbortController();
		const clock = stuckClock(controller);
		const ports = server([refusedFor('60')], { clock, signal: controller.signal });
		expect(failureIn(await request(post, 'once', ports))).toMatchObject({
			code: 'cancelled',
			mayHaveHappened: false,
		});
		expect(ports.asked).toHaveLength(1);
	});

	it('ends the wait for a place', async () => {
		const ports = server([], { signal: AbortSignal.abort() });
		expect(failureIn(await request(get, 'repeatable', ports)).code).toBe('cancelled');
		expect(ports.notes.requests).toBe(0);
	});

	it('ends an attempt, whose effect is then unknown', async () => {
		const failure = failureIn(await request(post, 'once', server([cancelled])));
		expect(failure).toMatchObject({ code: 'cancelled', mayHaveHappened: true });
	});
});
