import type { INodeParameters } from 'n8n-workflow';
import { column, jsonOf, sourcesOf } from './outcome.cts';
import { survey } from './booking.cts';
import { bothCredentials, ids, useStage } from './stage.cts';

const stage = useStage();

const { confirmed, group, cancelled } = ids.appointments;

function list(more: INodeParameters = {}): INodeParameters {
	return { resource: 'booking', operation: 'getAll', ...more };
}

/** The query of the last request, without what every one has. */
function asked() {
	const { page, pageSize, sortBy, sortDirection, ...query } = stage.exchanges.at(-1)?.query ?? {};
	return query;
}

describe.each(bothCredentials)('bookings with %s', (authentication) => {
	it('are those of the user, earliest first, cancelled ones shown as such', async () => {
		const { items } = await stage.run({ authentication, ...list() });
		expect(items.map(({ json }) => [json.id, json.bookingState])).toEqual([
			[cancelled, 'cancelled'],
			[confirmed, 'confirmed'],
			[group, 'confirmed'],
		]);
		expect(items[1]).toEqual({
			json: survey,
			pairedItem: { item: 0 },
		});
	});

	it('are told as the API does', async () => {
		const result = await stage.run({ authentication, ...list({ output: 'raw' }) });
		expect(stage.exchanges[0]?.responseBody).toMatchObject({ appointments: jsonOf(result) });
		expect(jsonOf(result)).toMatchObject([{ isCancelled: true }, {}, {}]);
	});

	it('are told in selected fields', async () => {
		const fields = { output: 'selected', outputFields: 'attendeeName, cancel.reason' };
		const result = await stage.run({ authentication, ...list(fields) });
		expect(jsonOf(result)).toEqual([
			{ attendeeName: 'Chidi Eriksen', 'cancel.reason': 'Host is ill' },
			{ attendeeName: 'Tomas Berg', 'cancel.reason': null },
			{ attendeeName: 'Amina Costa', 'cancel.reason': null },
		]);
	});
});

describe('a filter', () => {
	it('on the meeting type', async () => {
		const filters = { meetingTypeId: ids.meetingTypes.group };
		expect(column(await stage.run(list({ filters })), 'id')).toEqual([group]);
		expect(asked()).toEqual(filters);
	});

	it('on a text', async () => {
		const filters = { search: 'bruno' };
		expect(column(await stage.run(list({ filters })), 'id')).toEqual([group]);
		expect(asked()).toEqual(filters);
	});

	it('on a text with signs that have a meaning in an address', async () => {
		const filters = { search: 'Jörg & Söhne #1 +100%?=' };
		await stage.run(list({ filters }));
		expect(asked()).toEqual(filters);
	});

	it('on the start: from one day to another, both whole', async () => {
		const filters = { start: '2026-03-09', end: '2026-03-10' };
		expect(column(await stage.run(list({ filters })), 'id')).toEqual([cancelled, confirmed]);
		expect(asked()).toMatchObject({ start: '2026-03-08T23:00:00.000Z' });
	});

	it('on the start: with the first moment, without the last', async () => {
		const from = { start: '2026-03-10T09:00:00', end: '2026-03-10T09:01:00' };
		expect(column(await stage.run(list({ filters: from })), 'id')).toEqual([confirmed]);
		const until = { start: '2026-03-10T08:00:00', end: '2026-03-10T09:00:00' };
		expect(column(await stage.run(list({ filters: until })), 'id')).toEqual([]);
	});

	it('on the start, with one end only', async () => {
		const after = await stage.run(list({ filters: { start: '2026-03-11' } }));
		expect(column(after, 'id')).toEqual([group]);
		const before = await stage.run(list({ filters: { end: '2026-03-09' } }));
		expect(column(before, 'id')).toEqual([cancelled]);
	});

	it('on the start, in the zone of the node', async () => {
		// In Tokyo it is the 10th from 16:00 on the 9th in Vienna.
		const filters = { start: '2026-03-10T16:59:00', end: '2026-03-10T17:01:00' };
		const result = await stage.run(list({ filters, options: { timezone: 'Asia/Tokyo' } }));
		expect(column(result, 'start')).toEqual(['2026-03-10T17:00:00.000+09:00']);
	});
});

describe('the order', () => {
	it('may begin with the latest', async () => {
		const result = await stage.run(list({ options: { sortDirection: 'DESC' } }));
		expect(column(result, 'id')).toEqual([group, confirmed, cancelled]);
	});

	it('may go by the time of booking', async () => {
		const { appointments } = stage.sandbox.state;
		const workshop = appointments.get(group);
		if (workshop === undefined) throw new Error('The workshop is missing');
		appointments.set(group, { ...workshop, createdAt: '2026-02-01T08:00:00.000Z' });

		const result = await stage.run(list({ options: { sortBy: 'appointment.createdAt' } }));
		expect(column(result, 'id')[0]).toBe(group);
		appointments.set(group, workshop);
	});
});

describe('many bookings', () => {
	const many = useStage({ seed: { bookings: 1203 } });

	const sizes = () => many.exchanges.map(({ query }) => [query.page, query.pageSize]);

	it('are returned over all pages, each once and in order', async () => {
		const result = await many.run(list({ returnAll: true, output: 'raw' }));
		const own = many.sandbox.state.appointments.of(ids.admin);
		expect(column(result, 'id')).toEqual(own.map(({ id }) => id));
		expect(own.length).toBe(243);
		expect(sizes()).toEqual([
			['0', '100'],
			['1', '100'],
			['2', '100'],
		]);
	});

	it('are returned up to the limit, on a page of that size', async () => {
		expect((await many.run(list({ limit: 7 }))).items).toHaveLength(7);
		expect(sizes()).toEqual([['0', '7']]);
	});

	it('are 50 unless told otherwise', async () => {
		expect((await many.run(list())).items).toHaveLength(50);
	});

	it('are returned up to a limit beyond one page', async () => {
		expect((await many.run(list({ limit: 130 }))).items).toHaveLength(130);
		expect(sizes()).toEqual([
			['0', '100'],
			['1', '100'],
		]);
	});

	it('are returned for each item', async () => {
		const result = await many.run(list({ limit: '={{ $json.wanted }}' }), {
			items: [{ wanted: 1 }, { wanted: 2 }],
		});
		expect(sourcesOf(result)).toEqual([0, 1, 1]);
	});
});
