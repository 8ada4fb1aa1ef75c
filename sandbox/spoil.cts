import type { ServerResponse } from 'node:http';

import type { FastifyReply } from 'fastify';

import { refusal } from './errors.cts';
import type { FaultKind, FaultRule, Faults } from './faults.cts';
import type { Answer } from './routes/route.cts';
import { send } from './send.cts';

/** How a spoilt exchange ended; status 0 when nothing was answered. */
export type Ending = Pick<Answer, 'status' | 'body'>;

/** Latency spoils nothing: the true answer comes, only later. */
export type SpoilingRule = FaultRule & { readonly kind: Exclude<FaultKind, 'latency'> };

type Spoiler = (
	rule: FaultRule,
	reply: FastifyReply,
	answer: Answer | undefined,
	faults: Faults,
) => Ending;

const NOTHING: Ending = { status: 0 };

const PAGE = '<!DOCTYPE html><html><body><h1>502 Bad Gateway</h1></body></html>';

const SPOILERS: Readonly<Record<SpoilingRule['kind'], Spoiler>> = {
	status({ status = 503, body, headers }, reply) {
		const answer = { status, body: body ?? refusal(status, 'Fault').body, headers };
		send(reply, answer);
		return answer;
	},
	reset(_, reply) {
		reply.hijack();
		reply.raw.socket?.resetAndDestroy();
		return NOTHING;
	},
	halfBody(_, reply, answer) {
		const { status = 200, body = { message: 'cut off before its end' } } = answer ?? {};
		const text = begin(reply, { status, body });
		reply.raw.write(text.subarray(0, text.length / 2), () => reply.raw.destroy());
		return NOTHING;
	},
	garbage({ status = 200, body = '{"appointments":[{"id":' }, reply) {
		send(reply, { status }, String(body), 'application/json; charset=utf-8');
		return { status, body };
	},
	html({ status = 502, body = PAGE }, reply) {
		send(reply, { status }, String(body), 'text/html; charset=utf-8');
		return { status, body };
	},
	emptyBody({ status }, reply, answer) {
		const ending = { status: status ?? answer?.status ?? 200 };
		send(reply, ending);
		return ending;
	},
	drip({ ms = 1 }, reply, answer, faults) {
		const ending = answer ?? refusal(503, 'Fault');
		const text = begin(reply, ending);
		void trickle(reply.raw, text, async () => await faults.wait(ms));
		return ending;
	},
	hang({ ms }, reply, _, faults) {
		reply.hijack();
		if (ms !== undefined) void faults.wait(ms).then(() => reply.raw.destroy());
		return NOTHING;
	},
};

/** Sends the head of an answer. @returns the body that is due */
function begin(reply: FastifyReply, { status, body }: Ending): Buffer {
	const text = Buffer.from(body === undefined ? '' : JSON.stringify(body));
	reply.hijack();
	reply.raw.writeHead(status, {
		'content-type': 'application/json; charset=utf-8',
		'content-length': text.length,
	});
	return text;
}

/** How many pieces a body drips in. */
const PIECES = 10;

/** Sends a body piece by piece; `pause` tells whether to go on. */
async function trickle(
	response: ServerResponse,
	text: Buffer,
	pause: () => Promise<boolean>,
): Promise<void> {
	const length = Math.max(1, Math.ceil(text.length / PIECES));
	for (let from = 0; from < text.length && !response.destroyed; from += length) {
		response.write(text.subarray(from, from + length));
		if (!(await pause())) response.destroy();
	}
	response.end();
}

/** Answers in the way a fault tells. `answer` is what the request would have got, if it took effect. */
export function spoil(
	rule: SpoilingRule,
	reply: FastifyReply,
	answer: Answer | undefined,
	faults: Faults,
): Ending {
	return SPOILERS[rule.kind](rule, reply, answer, faults);
}
