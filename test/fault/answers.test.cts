import type { INodeParameters } from 'n8n-workflow';
import type { FaultRule } from '../../sandbox/faults.cts';
import { byId, ids, useStage, wire } from '../workflow/stage.cts';
import { throughErrorOutput } from '../workflow/outcome.cts';

/* What comes back is not what was asked for. Reads may be sent again. */

const stage = useStage({ nodeSpeed: 20 });

const me: INodeParameters = { resource: 'user', operation: 'getMe' };
const types: INodeParameters = { resource: 'meetingType', operation: 'getAll' };
const always = { times: Infinity };
const megabyte = 'x'.repeat(1_000_000);

describe('a read gets its answer at the second attempt after', () => {
	it.each<[string, FaultRule]>([
		['text that is not JSON', { kind: 'garbage', status: 200, body: 'hello' }],
		['JSON that breaks off', { kind: 'garbage', status: 200 }],
		['an HTML page with 200', { kind: 'html', status: 200 }],
		['an HTML page with 502', { kind: 'html', status: 502 }],
		['nothing with 200', { kind: 'emptyBody', when: 'after' }],
		['null', { kind: 'garbage', status: 200, body: 'null' }],
		['half a body', { kind: 'halfBody', when: 'after' }],
		['an error of 1 MB', { kind: 'html', status: 503, body: megabyte }],
	])('%s', async (_what, fault) => {
		stage.sandbox.faults.add(fault);
		const { items, error } = await stage.run(me);
		expect(error).toBeUndefined();
		expect(items).toMatchObject([{ json: { id: ids.admin }, pairedItem: { item: 0 } }]);
		expect(wire(stage)).toEqual([expect.any(String), 'GET /v4/user/me 200']);
	});
});

it('a read gets its answer after two faults of the server', async () => {
	stage.sandbox.faults.add({ kind: 'status', status: 500, times: 2 });
	const { items, status } = await stage.run(me);
	expect({ status, count: items.length }).toEqual({ status: 'success', count: 1 });
	expect(wire(stage)).toEqual([500, 500, 200].map((code) => `GET /v4/user/me ${code}`));
});

describe('a read gives up', () => {
	it('after the third 500', async () => {
		stage.sandbox.faults.add({ kind: 'status', status: 500, ...always });
		const { error, details } = await throughErrorOutput(stage, me);
		expect(error).toBe('meetergo failed to process the request');
		expect(details).toMatchObject({ httpCode: 500, code: 'serverError', mayHaveHappened: false });
		expect(wire(stage)).toEqual(Array(3).fill('GET /v4/user/me 500'));
	});

	it.each<[string, FaultRule, string]>([
		['a page', { kind: 'html', status: 200, ...always }, 'an HTML page'],
		['broken JSON', { kind: 'garbage', status: 200, ...always }, 'JSON that breaks off'],
		['nothing', { kind: 'emptyBody', status: 200, ...always }, 'empty'],
	])('after the third answer that is %s', async (_what, fault, told) => {
		stage.sandbox.faults.add(fault);
		const { error, details } = await throughErrorOutput(stage, me);
		expect(error).toBe('meetergo sent an answer that could not be read');
		expect(details).toMatchObject({
			httpCode: 200,
			code: 'unreadableAnswer',
			description: `Something else, such as a proxy or a sign-in page, may have answered. Check the Base URL of the credential. The answer was ${told}`,
			mayHaveHappened: false,
		});
		expect(wire(stage)).toEqual(Array(3).fill('GET /v4/user/me 200'));
	});

	it('at once on an answer that is no list', async () => {
		stage.sandbox.faults.add({ kind: 'status', status: 200, body: { hello: 'world' } });
		const { details } = await throughErrorOutput(stage, types);
		expect(details).toMatchObject({
			code: 'unreadableAnswer',
			description: expect.stringMatching(/Expected a list from \/meeting-type\.$/),
		});
		expect(wire(stage)).toEqual(['GET /v4/meeting-type 200']);
	});

	it('when Max Wait is over, and the error tells of the wait', async () => {
		stage.sandbox.faults.add({ kind: 'html', ...always });
		const { error } = await stage.run({ ...me, options: { maxWait: 2 } });
		expect(error).toMatchObject({
			name: 'NodeApiError',
			httpCode: '502',
			message: 'meetergo failed to process the request',
			description: expect.stringMatching(
				/^Try again later\. meetergo answered: an HTML page\. Gave up after \d+ s of waiting\.$/,
			),
		});
	});
});

it('a text of 1 MB is cut to what people read', async () => {
	stage.sandbox.faults.add({ kind: 'status', status: 400, body: { message: megabyte } });
	const { details } = await throughErrorOutput(stage, me);
	expect(details.description).toHaveLength(
		'Check the values that were sent. meetergo answered: '.length + 500,
	);
});

it('an answer of 1 MB is passed on whole', async () => {
	const { lena } = ids.users;
	stage.sandbox.faults.add({ kind: 'status', status: 200, body: { id: lena, slug: megabyte } });
	const { items } = await stage.run({ ...me, output: 'raw' });
	expect(items[0]?.json).toEqual({ id: lena, slug: megabyte });
});

it('what is strange inside a list is left out', async () => {
	const { oneToOne } = ids.meetingTypes;
	stage.sandbox.faults.add({ kind: 'status', status: 200, body: [null, 7, 'x', { id: oneToOne }] });
	const { items } = await stage.run(types);
	expect(items).toMatchObject([{ json: { id: oneToOne, name: null } }]);
});

it('one item of several fails, and the others have their answers in order', async () => {
	const { confirmed, group, cancelled } = ids.appointments;
	stage.sandbox.faults.add({ kind: 'status', status: 500, path: `${group}$`, ...always });
	const { items, errors } = await stage.run(
		{ resource: 'booking', operation: 'get', bookingId: byId('={{ $json.id }}') },
		{ items: [confirmed, group, cancelled].map((id) => ({ id })), onError: 'continueErrorOutput' },
	);
	expect(items.map(({ json, pairedItem }) => [json.id, pairedItem])).toEqual([
		[confirmed, { item: 0 }],
		[cancelled, { item: 2 }],
	]);
	expect(errors).toMatchObject([
		{ json: { details: { code: 'serverError' } }, pairedItem: { item: 1 } },
	]);
});
