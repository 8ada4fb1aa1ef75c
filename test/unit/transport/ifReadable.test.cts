import type { INode } from 'n8n-workflow';
import { createClient } from '../../../nodes/Meetergo/transport/client';
import { failureOf } from '../../../nodes/Meetergo/transport/failures';
import { ifReadable } from '../../../nodes/Meetergo/transport/ifReadable';
import { toNodeError } from '../../../nodes/Meetergo/transport/nodeErrors';
import type { FailureCode } from '../../../nodes/Meetergo/transport/types';
import { server, voice } from './fakes.cts';

const node: INode = {
	id: 'test',
	name: 'meetergo',
	type: 'n8n-nodes-meetergo.meetergo',
	typeVersion: 1,
	position: [0, 0],
	parameters: {},
};

const api = createClient({ ...server([]), memo: new Map(), voice: voice() });
const throwing = (error: Error) => ifReadable(async () => await Promise.reject(error), api);
const failing = (code: FailureCode) => throwing(toNodeError(node, failureOf(code)));

describe('a read that a key need not be allowed', () => {
	it('gives what it finds', async () => {
		expect(await ifReadable(async () => await Promise.resolve([1]), api)).toEqual([1]);
	});

	it.each<FailureCode>(['permissionDenied', 'planLimitReached', 'notFound', 'requestRefused'])(
		'gives nothing where meetergo answers %s',
		async (code) => {
			expect(await failing(code)).toBeUndefined();
		},
	);

	it.each<FailureCode>([
		'credentialRejected',
		'rateLimited',
		'serverError',
		'connectionLost',
		'unreadableAnswer',
		'cancelled',
	])('ends the item after %s', async (code) => {
		await expect(failing(code)).rejects.toMatchObject({ failure: { code } });
	});

	it('ends the item after an error that nobody expected', async () => {
		const cause = new TypeError('x is not a function');
		await expect(throwing(cause)).rejects.toMatchObject({ failure: { code: 'unexpected', cause } });
	});
});
