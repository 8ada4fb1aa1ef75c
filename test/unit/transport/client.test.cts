import { createClient } from '../../../nodes/Meetergo/transport/client';
import { wholeList, zeroBasedPages } from '../../../nodes/Meetergo/transport/paginate';
import { v4 } from '../../../nodes/Meetergo/transport/path';
import type { ApiClient, Failure, Once, Reply } from '../../../nodes/Meetergo/transport/types';
import { cutOff, Failed, ok, server, status, voice } from './fakes.cts';

function client(replies: readonly Reply[], actingUser?: string, memo = new Map()) {
	const ports = server(replies);
	return { api: createClient({ ...ports, actingUser, memo, voice: voice() }), ports };
}

const path = v4`/x`;
const proof: Once<unknown> = { proof: 'none', howToCheck: 'Look.', read: (answer) => answer ?? {} };

describe('the client', () => {
	it('asks with the method, path, query, body and acting user it is given', async () => {
		const { api, ports } = client([ok(), ok(), ok(), ok(), ok(), ok()], 'anna');
		await api.get(path, { a: 1 });
		await api.find(path, { a: 1 });
		await api.change('PUT', path, { body: { b: 2 } });
		await api.change('DELETE', path, { query: { all: true } });
		await api.once(path, {}, proof);
		await api.once(path, { c: 3 }, proof, 'PATCH');
		expect(ports.asked).toEqual([
			{ method: 'GET', path, query: { a: 1 }, actingUser: 'anna' },
			{ method: 'GET', path, query: { a: 1 }, actingUser: 'anna', mayBeEmpty: true },
			{ method: 'PUT', path, body: { b: 2 }, actingUser: 'anna' },
			{ method: 'DELETE', path, query: { all: true }, actingUser: 'anna' },
			{ method: 'POST', path, body: {}, actingUser: 'anna' },
			{ method: 'PATCH', path, body: { c: 3 }, actingUser: 'anna' },
		]);
	});

	it('gives answers', async () => {
		const { api } = client([ok({ id: '1' }), status(200), ok({ id: '2' })]);
		expect(await api.get(path)).toEqual({ id: '1' });
		expect(await api.change('PATCH', path)).toBeUndefined();
		expect(await api.once(path, {}, proof)).toEqual({ record: { id: '2' }, recovered: false });
	});

	it.each<[string, Reply]>([
		['an empty answer', status(200)],
		['no such record', status(404, '{"message":"Not found"}')],
	])('finds nothing: %s', async (_, reply) => {
		const { api } = client([reply]);
		expect(await api.find(path)).toBeUndefined();
	});

	it('finds what is there', async () => {
		const { api } = client([ok({ id: '1' })]);
		expect(await api.find(path)).toEqual({ id: '1' });
	});

	it.each<[string, (api: ApiClient) => Promise<unknown>]>([
		['get', async (api) => await api.get(path)],
		['find', async (api) => await api.find(path)],
		['change', async (api) => await api.change('PATCH', path)],
		['once', async (api) => await api.once(path, {}, proof)],
		['list', async (api) => await allOf(api.list(wholeList({ path, id: () => 1 })))],
	])('throws the error of a failure: %s', async (_, act) => {
		const { api } = client([status(403, '{"message":"no"}')]);
		await expect(act(api)).rejects.toMatchObject({ failure: { code: 'permissionDenied' } });
	});

	it('repeats what may be repeated, and nothing else', async () => {
		const { api } = client([cutOff, ok({ id: '1' }), cutOff, status(204), cutOff]);
		expect(await api.get(path)).toEqual({ id: '1' });
		expect(await api.change('PATCH', path)).toBeUndefined();
		await expect(api.once(path, {}, proof)).rejects.toMatchObject({
			failure: { code: 'connectionLost', mayHaveHappened: true },
		});
	});
});

describe('lists', () => {
	const appointments = zeroBasedPages<{ id: number }>({
		path,
		key: 'appointments',
		id: ({ id }) => id,
		largestPage: 2,
	});

	it('are asked for page by page, with the query of the caller', async () => {
		const { api, ports } = client([
			ok({ appointments: [{ id: 1 }, { id: 2 }], total: 3 }),
			ok({ appointments: [{ id: 3 }], total: 3 }),
		]);
		expect(await allOf(api.list(appointments, { hosts: ['a', 'b'] }))).toEqual([
			{ id: 1 },
			{ id: 2 },
			{ id: 3 },
		]);
		expect(ports.asked.map(({ query }) => query)).toEqual([
			{ hosts: ['a', 'b'], page: 0, pageSize: 2 },
			{ hosts: ['a', 'b'], page: 1, pageSize: 2 },
		]);
	});

	it('that are cut at a limit are counted', async () => {
		const whole = { appointments: [{ id: 1 }, { id: 2 }], total: 2 };
		const { api, ports } = client([ok({ ...whole, total: 3 }), ok(whole), ok(whole)]);
		await allOf(api.list(appointments, {}, 2));
		expect(ports.notes.cutLists).toBe(1);
		await allOf(api.list(appointments, {}, 2));
		expect(ports.notes.cutLists).toBe(1);
		await allOf(api.list(appointments, {}, 1));
		expect(ports.notes.cutLists).toBe(2);
	});

	it('are not asked for a page before it is needed', async () => {
		const { api, ports } = client([ok({ appointments: [{ id: 1 }, { id: 2 }], total: 9 })]);
		const records = api.list(appointments)[Symbol.asyncIterator]();
		expect(await records.next()).toEqual({ done: false, value: { id: 1 } });
		expect(await records.next()).toEqual({ done: false, value: { id: 2 } });
		expect(ports.asked).toHaveLength(1);
	});

	it.each([{ message: 'hello' }, { appointments: {} }])(
		'fail when the answer is %j',
		async (answer) => {
			const { api } = client([ok(answer)]);
			await expect(allOf(api.list(appointments))).rejects.toMatchObject({
				failure: {
					code: 'unreadableAnswer',
					description: expect.stringContaining('Expected a list from /x.'),
				},
			});
		},
	);
});

describe('perRun', () => {
	it('loads once, however many ask', async () => {
		const memo = new Map();
		const { api } = client([], undefined, memo);
		const again = client([], undefined, memo).api;
		const load = jest.fn(async () => await Promise.resolve(7));
		expect(
			await Promise.all([
				api.perRun('type 1', load),
				api.perRun('type 1', load),
				again.perRun('type 1', load),
			]),
		).toEqual([7, 7, 7]);
		expect(load).toHaveBeenCalledTimes(1);
	});

	it('keeps keys and acting users apart', async () => {
		const memo = new Map();
		const anna = client([], 'anna', memo).api;
		const ben = client([], 'ben', memo).api;
		expect(await anna.perRun('me', async () => await Promise.resolve('Anna'))).toBe('Anna');
		expect(await ben.perRun('me', async () => await Promise.resolve('Ben'))).toBe('Ben');
		expect(await ben.perRun('you', async () => await Promise.resolve('Cem'))).toBe('Cem');
	});

	it('forgets what could not be loaded', async () => {
		const { api } = client([]);
		const load = jest.fn().mockRejectedValueOnce(new Failed(failureStub)).mockResolvedValueOnce(7);
		await expect(api.perRun('x', load)).rejects.toThrow('unexpected');
		expect(await api.perRun('x', load)).toBe(7);
		expect(await api.perRun('x', load)).toBe(7);
		expect(load).toHaveBeenCalledTimes(2);
	});
});

const failureStub: Failure = {
	code: 'unexpected',
	message: '',
	description: '',
	fields: [],
	mayHaveHappened: false,
	waitedMs: 0,
};

async function allOf<T>(records: AsyncIterable<T>): Promise<T[]> {
	const all: T[] = [];
	for await (const record of records) all.push(record);
	return all;
}
