import { request } from '../../../nodes/Meetergo/transport/request';
import type { Ask, Reply } from '../../../nodes/Meetergo/transport/types';
import {
	cutOff,
	del,
	failureIn,
	get,
	neverSent,
	patch,
	server,
	status,
	stuckClock,
	timedOut,
} from './fakes.cts';

/* Whether a request that is given up may have taken effect. */

const losses = [cutOff, timedOut, status(500), status(502), status(503), status(504)];

async function givenUp(ask: Ask, reply: Reply) {
	return failureIn(await request(ask, 'repeatable', server([reply], { maxWaitMs: 0 })));
}

describe.each<[string, Ask]>([
	['a change', patch],
	['a deletion', del],
])('%s', (_what, ask) => {
	it.each(losses)('may have taken effect after %j', async (reply) => {
		expect((await givenUp(ask, reply)).mayHaveHappened).toBe(true);
	});

	it.each([neverSent, status(429), status(400), status(403), status(404), status(409)])(
		'has had no effect after %j',
		async (reply) => {
			expect((await givenUp(ask, reply)).mayHaveHappened).toBe(false);
		},
	);

	it('may have taken effect when an answer was lost before the last refusal', async () => {
		const ports = server([cutOff, status(429, '', { 'retry-after': '30' })], { maxWaitMs: 1000 });
		const failure = failureIn(await request(ask, 'repeatable', ports));
		expect(failure).toMatchObject({ code: 'rateLimited', mayHaveHappened: true });
	});

	it('may have taken effect when the execution is cancelled after a lost answer', async () => {
		const controller = new AbortController();
		const { signal } = controller;
		const ports = server([cutOff], { clock: stuckClock(controller), signal });
		const failure = failureIn(await request(ask, 'repeatable', ports));
		expect(failure).toMatchObject({ code: 'cancelled', mayHaveHappened: true });
	});
});

it.each(losses)('a read has no effect, not even after %j', async (reply) => {
	expect((await givenUp(get, reply)).mayHaveHappened).toBe(false);
});
