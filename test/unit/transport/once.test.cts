import { createClient } from '../../../nodes/Meetergo/transport/client';
import { once, type OnceOutcome } from '../../../nodes/Meetergo/transport/once';
import type { Once, Reply } from '../../../nodes/Meetergo/transport/types';
import {
	cancelled,
	cutOff,
	failureIn,
	neverSent,
	ok,
	post,
	server,
	status,
	stuckClock,
	timedOut,
	voice,
	type FakeServer,
} from './fakes.cts';

interface Booking {
	readonly id: string;
}

const booking: Booking = { id: 'made' };
const howToCheck = 'Look at the calendar of the host.';
const failed = 'failed';

/** A booking shows by its id. */
function readBooking(answer: unknown): Booking | undefined {
	return typeof answer === 'object' && answer !== null && 'id' in answer
		? { id: String(answer.id) }
		: undefined;
}

/** What the look-ups see, in order. */
type Sights = ReadonlyArray<Booking | undefined | typeof failed>;

function run(replies: readonly Reply[], sights: Sights, complete = true, given = {}) {
	const ports: FakeServer = server(replies, given);
	const left = [...sights];
	const looks: Array<{ afterMs: number; since: number }> = [];
	const start = ports.clock.now();
	const api = createClient({ ...ports, memo: new Map(), voice: voice() });
	const proof: Once<Booking> = {
		proof: 'lookUp',
		complete,
		howToCheck,
		read: readBooking,
		async find(seen, since) {
			expect(seen).toBe(api);
			looks.push({ afterMs: ports.clock.now() - start, since: since - start });
			if (left.length === 0) throw new RangeError('looked too often');
			const sight = left.shift();
			if (sight === failed) throw new TypeError('look-up failed');
			return sight;
		},
	};
	const outcome: Promise<OnceOutcome<Booking>> = once(post, proof, api, ports);
	return { outcome, ports, looks };
}

const lookedAt = (looks: ReadonlyArray<{ afterMs: number }>) => looks.map(({ afterMs }) => afterMs);

const whyUnknown = 'The look-up failed: look-up failed. ';

const losses = [cutOff, timedOut, status(500), status(502), status(503), status(504)];

describe('a request that must take effect once', () => {
	it('looks at what it did when the answer is empty', async () => {
		const { outcome, looks, ports } = run([status(204)], [booking]);
		expect(await outcome).toEqual({ record: booking, recovered: false });
		expect(looks).toHaveLength(1);
		expect(ports.asked).toHaveLength(1);
	});

	it.each([failed, undefined] as const)(
		'stands by what it did when the answer is empty and a look shows %s',
		async (sight) => {
			const { outcome, ports } = run([status(204)], [sight]);
			expect(failureIn(await outcome)).toMatchObject({
				code: 'unreadableAnswer',
				mayHaveHappened: true,
			});
			expect(ports.asked).toHaveLength(1);
		},
	);

	it('gives its answer', async () => {
		const { outcome, looks, ports } = run([ok(booking)], []);
		expect(await outcome).toEqual({ record: booking, recovered: false });
		expect(looks).toEqual([]);
		expect(ports.notes.recovered).toBe(0);
	});

	it.each([400, 401, 403, 404, 406, 409, 422])('is over when refused with %i', async (code) => {
		const { outcome, looks } = run([status(code)], []);
		expect(failureIn(await outcome)).toMatchObject({ httpCode: code, mayHaveHappened: false });
		expect(looks).toEqual([]);
	});

	it.each(losses)('is found after %j', async (loss) => {
		const { outcome, looks, ports } = run([loss], [booking]);
		expect(await outcome).toEqual({ record: booking, recovered: true });
		expect(lookedAt(looks)).toEqual([1000]);
		expect(ports.asked).toHaveLength(1);
		expect(ports.notes.recovered).toBe(1);
		expect(ports.notes.afterFaults.ms).toBe(1000);
	});

	it('is found when the server finishes late', async () => {
		const { outcome, looks } = run([timedOut], [undefined, undefined, booking]);
		expect(await outcome).toEqual({ record: booking, recovered: true });
		expect(lookedAt(looks)).toEqual([1000, 3000, 8000]);
	});

	it.each(losses)('is sent once more after %j when it certainly had no effect', async (loss) => {
		const { outcome, ports } = run([loss, ok(booking)], [undefined, undefined, undefined]);
		expect(await outcome).toEqual({ record: booking, recovered: false });
		expect(ports.asked).toEqual([post, post]);
	});

	it('looks for what was sent last, since the attempts before were refused', async () => {
		const { outcome, looks } = run(
			[status(429, '', { 'retry-after': '5' }), neverSent, cutOff],
			[booking],
		);
		await outcome;
		expect(looks).toEqual([{ afterMs: 7000, since: 6000 }]);
	});

	it('trusts the last look-up, even if one before it failed', async () => {
		const { outcome, ports } = run([cutOff, ok(booking)], [failed, failed, undefined]);
		expect(await outcome).toEqual({ record: booking, recovered: false });
		expect(ports.asked).toHaveLength(2);
	});
});

describe('it is left in doubt', () => {
	it.each<[string, Sights, boolean, string]>([
		['the look-up cannot see everything', [undefined, undefined, undefined], false, ''],
		['the last look-up failed', [undefined, undefined, failed], true, whyUnknown],
		['every look-up failed', [failed, failed, failed], true, whyUnknown],
	])('when %s', async (_, sights, complete, why) => {
		const { outcome, ports } = run([cutOff], sights, complete);
		const failure = failureIn(await outcome);
		expect(failure).toMatchObject({
			code: 'connectionLost',
			mayHaveHappened: true,
			waitedMs: 8000,
		});
		expect(failure.description).toContain(
			`It may have taken effect all the same. ${why}${howToCheck}`,
		);
		expect(ports.asked).toHaveLength(1);
		expect(ports.notes.recovered).toBe(0);
	});

	it('when there is nothing to look for', async () => {
		const ports = server([timedOut]);
		const api = createClient({ ...ports, memo: new Map(), voice: voice() });
		const failure = failureIn(
			await once(post, { proof: 'none', howToCheck, read: readBooking }, api, ports),
		);
		expect(failure).toMatchObject({ code: 'timedOut', mayHaveHappened: true, waitedMs: 0 });
		expect(failure.description).toContain(howToCheck);
	});

	it('when Max Wait leaves no time to look until the end', async () => {
		const { outcome, looks, ports } = run([cutOff], [undefined, undefined], true, {
			maxWaitMs: 7999,
		});
		const failure = failureIn(await outcome);
		expect(failure).toMatchObject({ mayHaveHappened: true, waitedMs: 3000 });
		expect(failure.description).toContain(' Max Wait leaves no time to look for it. ');
		expect(lookedAt(looks)).toEqual([1000, 3000]);
		expect(ports.asked).toHaveLength(1);
	});

	it('when the execution is cancelled in between', async () => {
		const controller = new AbortController();
		const clock = stuckClock(controller);
		const { outcome, looks, ports } = run([cutOff], [], true, {
			clock,
			signal: controller.signal,
		});
		expect(failureIn(await outcome).mayHaveHappened).toBe(true);
		expect(looks).toEqual([]);
		expect(ports.asked).toHaveLength(1);
	});

	it('when the execution is cancelled during the request', async () => {
		const controller = new AbortController();
		const { outcome, looks } = run([], [], true, {
			signal: controller.signal,
			send: async () => {
				controller.abort();
				return cancelled;
			},
		});
		expect(failureIn(await outcome)).toMatchObject({ code: 'cancelled', mayHaveHappened: true });
		expect(looks).toEqual([]);
	});

	it('when the second answer is lost as well', async () => {
		const sights = Array.from({ length: 6 }, () => undefined);
		const { outcome, looks, ports } = run([cutOff, timedOut], sights);
		const failure = failureIn(await outcome);
		expect(failure).toMatchObject({ code: 'timedOut', mayHaveHappened: true, waitedMs: 16_000 });
		expect(lookedAt(looks)).toEqual([1000, 3000, 8000, 9000, 11_000, 16_000]);
		expect(ports.asked).toHaveLength(2);
	});

	it('when the second request is refused and the look-up fails', async () => {
		const { outcome } = run([cutOff, status(409)], [undefined, undefined, undefined, failed]);
		expect(failureIn(await outcome)).toMatchObject({ code: 'conflict', mayHaveHappened: true });
	});
});

describe('a second request', () => {
	const absent = [undefined, undefined, undefined];

	it('that is refused because the first one came late is found', async () => {
		const { outcome, looks, ports } = run(
			[timedOut, status(400, '{"errorCode":"slot-occupied"}')],
			[...absent, booking],
		);
		expect(await outcome).toEqual({ record: booking, recovered: true });
		expect(lookedAt(looks)).toEqual([1000, 3000, 8000, 8000]);
		expect(ports.notes.recovered).toBe(1);
	});

	it('that is refused for its own reasons has failed for certain', async () => {
		const { outcome } = run(
			[timedOut, status(400, '{"errorCode":"slot-occupied"}')],
			[...absent, undefined],
		);
		expect(failureIn(await outcome)).toMatchObject({
			code: 'slotOccupied',
			mayHaveHappened: false,
			waitedMs: 8000,
		});
	});

	it.each([cutOff, status(500), status(502), status(503)])(
		'that is certainly not there after %j has failed for certain',
		async (loss) => {
			const { outcome, ports } = run([cutOff, loss], [...absent, ...absent]);
			const failure = failureIn(await outcome);
			expect(failure).toMatchObject({ mayHaveHappened: false, waitedMs: 16_000 });
			expect(failure.description).toMatch(/ It was looked for, and has not taken effect\.$/);
			expect(ports.asked).toHaveLength(2);
		},
	);

	it.each([timedOut, status(504), status(200, 'no JSON')])(
		'that is not there yet after %j may have taken effect',
		async (loss) => {
			const { outcome } = run([cutOff, loss], [...absent, ...absent]);
			expect(failureIn(await outcome)).toMatchObject({ mayHaveHappened: true });
		},
	);

	it('whose answer is lost is found', async () => {
		const { outcome, looks } = run([cutOff, cutOff], [...absent, undefined, booking]);
		expect(await outcome).toEqual({ record: booking, recovered: true });
		expect(new Set(looks.map(({ since }) => since))).toEqual(new Set([0]));
	});

	it('tells what both requests and the looks have waited', async () => {
		const refused = status(429, '', { 'retry-after': '2' });
		const { outcome } = run([refused, cutOff, refused, status(404)], [...absent, undefined]);
		expect(failureIn(await outcome)).toMatchObject({ code: 'notFound', waitedMs: 12_000 });
	});

	it('spends what is left of Max Wait', async () => {
		const { outcome } = run(
			[cutOff, status(429, '', { 'retry-after': '3' })],
			[...absent, undefined],
			true,
			{ maxWaitMs: 10_000 },
		);
		const failure = failureIn(await outcome);
		expect(failure).toMatchObject({ code: 'rateLimited', mayHaveHappened: false, waitedMs: 8000 });
		expect(failure.description).toContain('wait 3 s, more than the 2 s left');
	});
});
