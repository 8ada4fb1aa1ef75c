import type { INodeParameters } from 'n8n-workflow';
import { speedUpNode } from '../../engine/fastTime.cts';
import type { SandboxOptions } from '../../sandbox/server.cts';
import { ids, setStage, type Stage, useStage, wire } from '../workflow/stage.cts';
import { throughErrorOutput } from '../workflow/outcome.cts';

const me: INodeParameters = { resource: 'user', operation: 'getMe' };
const many = (count: number) => Array.from({ length: count }, (_, number) => ({ number }));

/** How many times as fast time passes for the node and, unless its clock stands, for the server. */
const SPEED = 10;

/** Opens a stage for one test, and closes it in any case. */
async function on(options: SandboxOptions, act: (stage: Stage) => Promise<void>): Promise<void> {
	const backToRealTime = speedUpNode(SPEED);
	const stage = await setStage({ speed: SPEED, ...options });
	try {
		await act(stage);
		stage.checkContract();
	} finally {
		backToRealTime();
		await stage.close();
	}
}

const refused = ({ exchanges }: Stage) => exchanges.filter(({ status }) => status === 429).length;

describe('a credential that promises more than the server allows', () => {
	it.each([
		['tokenBucket', true],
		['fixedWindow', true],
		['slidingLog', false],
	] as const)('costs waits but no item: %s, Retry-After %s', async (limiter, retryAfter) => {
		const limits = { limiter, retryAfter, requestsPerMinute: 900, burst: 15 };
		let thaw = () => {};
		const onExchange = ({ status }: { status: number }) => status === 429 && thaw();
		// The sandbox's clock stands, and each refusal moves it on by what fills the limit again.
		await on({ ...limits, speed: 0, onExchange }, async (stage) => {
			thaw = () => stage.sandbox.clock.advance(1000);
			const { items, status, hints } = await stage.run(me, { items: many(40) });
			expect(status).toBe('success');
			expect(items.map(({ json, pairedItem }) => [json.id, pairedItem])).toEqual(
				many(40).map(({ number }) => [ids.admin, { item: number }]),
			);
			expect(refused(stage)).toBeGreaterThanOrEqual(2);
			expect(stage.exchanges.length - refused(stage)).toBe(40);
			if (retryAfter) {
				expect(hints.map(({ message }) => message)).toEqual([
					expect.stringMatching(
						/^Waited \d+ s in total for the rate limit of meetergo, over 4\d requests\.$/,
					),
				]);
			}
		});
	});
});

describe('Retry-After', () => {
	const seenAt: number[] = [];
	// One that asks to wait is left alone by everything that uses the key, so each test has its own.
	const stage = useStage({
		forEachTest: true,
		onExchange: () => seenAt.push(Date.now()),
	});
	beforeEach(() => {
		seenAt.length = 0;
	});

	const refuse = (after: string, times = 1) =>
		stage.sandbox.faults.add({
			kind: 'status',
			status: 429,
			times,
			headers: { 'retry-after': after },
		});
	/** A timer may fire a little early, in milliseconds. */
	const EARLY = 20;

	it('is waited for, given as seconds', async () => {
		refuse('1');
		expect((await stage.run(me)).items).toHaveLength(1);
		const [first = 0, second = 0] = seenAt;
		expect(second - first).toBeGreaterThanOrEqual(1000 - EARLY);
	});

	it('is waited for, given as a date', async () => {
		const until = new Date(Date.now() + 3000).toUTCString();
		refuse(until);
		expect((await stage.run(me)).items).toHaveLength(1);
		expect(seenAt).toHaveLength(2);
		expect(seenAt[1]).toBeGreaterThanOrEqual(Date.parse(until) - EARLY);
	});

	it('beyond Max Wait fails at once and says so', async () => {
		refuse('60', Infinity);
		const given = { ...me, options: { maxWait: 30 } };
		const { error, details } = await throughErrorOutput(stage, given);
		expect(error).toBe('The rate limit of meetergo is used up');
		expect(details).toEqual({
			httpCode: 429,
			code: 'rateLimited',
			parameter: null,
			description:
				'Raise Max Wait, or lower Requests per Minute in the credential. meetergo answered: Fault. meetergo asks to wait 60 s, more than the 30 s left of Max Wait.',
			mayHaveHappened: false,
			waitedSeconds: 0,
		});
		expect(wire(stage)).toEqual(['GET /v4/user/me 429']);
	});

	it('adds up against Max Wait, and the error tells what was waited', async () => {
		refuse('2', Infinity);
		const { error } = await stage.run({ ...me, options: { maxWait: 3 } });
		expect(error).toMatchObject({ name: 'NodeApiError', httpCode: '429' });
		expect(error).toHaveProperty(
			'description',
			expect.stringMatching(
				/meetergo asks to wait 2 s, more than the 1 s left of Max Wait\. Gave up after 2 s of waiting\.$/,
			),
		);
		expect(wire(stage)).toHaveLength(2);
	});
});

describe('a credential that promises less than the server allows', () => {
	it('is never refused, and the user is told of the wait', async () => {
		const limits = { limiter: 'tokenBucket', requestsPerMinute: 120, burst: 4 } as const;
		await on(limits, async (stage) => {
			const credential = { requestsPerMinute: 60, burst: 1, processes: 1 };
			const { items, hints } = await stage.run(me, { credential, items: many(4) });
			expect(items).toHaveLength(4);
			expect(wire(stage)).toEqual(Array(4).fill('GET /v4/user/me 200'));
			expect(hints.map(({ message }) => message)).toEqual([
				expect.stringMatching(
					/^Waited \d+ s in total for the rate limit of meetergo, over 4 requests\.$/,
				),
			]);
		});
	});

	it('shares its rate among runs at the same time', async () => {
		const limits = { limiter: 'tokenBucket', requestsPerMinute: 1200, burst: 20 } as const;
		await on(limits, async (stage) => {
			const credential = { requestsPerMinute: 1200, burst: 10, processes: 2 };
			const runs = [1, 2, 3].map(async () => await stage.run(me, { credential, items: many(10) }));
			const results = await Promise.all(runs);
			expect(results.map(({ items }) => items.length)).toEqual([10, 10, 10]);
			expect(refused(stage)).toBe(0);
		});
	});
});
