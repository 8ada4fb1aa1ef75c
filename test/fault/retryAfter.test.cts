import type { INodeParameters } from 'n8n-workflow';
import { hintsOf, throughErrorOutput } from '../workflow/outcome.cts';
import { ids, useStage, wire } from '../workflow/stage.cts';

/* What a server that refuses says about the time, sensible or not. */

const SPEED = 100;
/** A refused request shuts the limit of its key for a while, so each test has a server of its own. */
const stage = useStage({ forEachTest: true, nodeSpeed: SPEED });

const me: INodeParameters = { resource: 'user', operation: 'getMe' };
/** As a new credential has it. */
const credential = { requestsPerMinute: 100, burst: 200, processes: 1 };

const refuse = (after: string | undefined, times = 1) =>
	stage.sandbox.faults.add({
		kind: 'status',
		status: 429,
		times,
		...(after !== undefined && { headers: { 'retry-after': after } }),
	});

/** When the node's time, which started with the machine's, has gone on by so many seconds. */
const inSeconds = (seconds: number) => new Date(Date.now() + seconds * 1000).toUTCString();

describe('a wait that makes no sense is not waited for:', () => {
	it.each(['0', '-5', 'soon', '', '1.5', '1e3', '99999999999', inSeconds(-86_400)])(
		'%j',
		async (after) => {
			refuse(after);
			const { items } = await stage.run(me, { credential });
			expect(items).toMatchObject([{ json: { id: ids.admin } }]);
			expect(wire(stage)).toEqual(['GET /v4/user/me 429', 'GET /v4/user/me 200']);
		},
	);
});

describe('a wait that is too long ends the item at once, and is told:', () => {
	it.each<[string, RegExp]>([
		['3600', /asks to wait 3600 s, more than the 120 s left of Max Wait\.$/],
		['121', /asks to wait 121 s, more than the 120 s left of Max Wait\.$/],
		['999999999', /asks to wait 999999999 s, more than the 120 s left of Max Wait\.$/],
		[inSeconds(86_400), /asks to wait 8\d{4} s, more than the 120 s left of Max Wait\.$/],
		['Fri, 01 Jan 2100 00:00:00 GMT', /asks to wait \d{10} s, more than the 120 s left/],
	])('%s', async (after, says) => {
		refuse(after);
		const { error, details } = await throughErrorOutput(stage, me, { credential });
		expect(error).toBe('The rate limit of meetergo is used up');
		expect(details).toMatchObject({
			code: 'rateLimited',
			mayHaveHappened: false,
			waitedSeconds: 0,
		});
		expect(details.description).toMatch(says);
		expect(wire(stage)).toEqual(['GET /v4/user/me 429']);
	});

	it.each(['3600', '999999999', inSeconds(86_400)])(
		'%s, and keeps nobody else from asking for longer than a limit can last',
		async (after) => {
			refuse(after);
			await throughErrorOutput(stage, me, { credential });
			const result = await stage.run(me, { credential });
			expect(result).toMatchObject({ status: 'success', items: [{ json: { id: ids.admin } }] });
			const waited = hintsOf(result).map((hint) => Number(/^Waited (\d+) s/.exec(hint)?.[1]));
			// It takes two minutes until a limit of 100 a minute has all its 200 places again.
			for (const seconds of waited) expect(seconds).toBeLessThan(130);
		},
	);
});
