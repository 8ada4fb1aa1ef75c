import type { INodeParameters } from 'n8n-workflow';
import type { FaultRule } from '../../sandbox/faults.cts';
import { column, throughErrorOutput } from './outcome.cts';
import { byId, ids, useStage, wire } from './stage.cts';

/* The answer to a write is lost: nothing is created or blocked twice, and nobody is left without a word. */

const stage = useStage({ forEachTest: true, nodeSpeed: 50 });

const { lena } = ids.availabilities;
const create: INodeParameters = {
	resource: 'availability',
	operation: 'create',
	// There is one of this name already.
	name: 'Evenings',
	weeklyHoursAs: 'text',
	weeklyHoursText: 'Mon 18-20',
};
const block: INodeParameters = {
	resource: 'availability',
	operation: 'blockHolidays',
	scheduleId: byId(lena),
	country: 'AT',
	year: '2026',
};

const named = (wanted: string) =>
	[...stage.sandbox.state.availabilities.values()].filter(({ name }) => name === wanted);
const exceptions = () =>
	stage.sandbox.state.availabilities.get(lena)?.availabilityExceptions.length ?? 0;
const writes = () => wire(stage).filter((line) => !line.startsWith('GET'));

const losses: Array<[string, FaultRule]> = [
	['end', { kind: 'halfBody', when: 'after' }],
	['gateway', { kind: 'html', when: 'after' }],
];

describe('a schedule', () => {
	it.each(losses)('is created once where the answer lacks its %s', async (_what, fault) => {
		stage.sandbox.faults.add({ ...fault, method: 'POST' });
		const { items } = await stage.run(create);
		const [, made, ...others] = named('Evenings');
		expect(others).toEqual([]);
		expect(items).toMatchObject([{ json: { id: made?.id, recovered: true } }]);
		expect(writes()).toHaveLength(1);
	});

	it('is found where the answer is empty', async () => {
		stage.sandbox.faults.add({ kind: 'emptyBody', method: 'POST', when: 'after' });
		const { items } = await stage.run(create);
		expect(items).toMatchObject([{ json: { id: named('Evenings')[1]?.id, exceptionCount: 0 } }]);
		expect(items[0]?.json).not.toHaveProperty('recovered');
		expect(writes()).toHaveLength(1);
	});

	it('that is certainly not there is created by a second request', async () => {
		stage.sandbox.faults.add({ kind: 'reset', method: 'POST' });
		const { items } = await stage.run(create);
		expect(items).toMatchObject([{ json: { id: named('Evenings')[1]?.id } }]);
		expect(items[0]?.json).not.toHaveProperty('recovered');
		expect(writes()).toHaveLength(2);
	});

	it('of two with one name is told from the other', async () => {
		stage.sandbox.faults.add({ kind: 'reset', method: 'POST', when: 'after', skip: 1 });
		const result = await stage.run(create, { items: [{}, {}] });
		expect(column(result, 'id')).toEqual(
			named('Evenings')
				.slice(1)
				.map(({ id }) => id),
		);
		expect(column(result, 'recovered')).toEqual([undefined, true]);
		expect(writes()).toHaveLength(2);
	});

	it('may have been created where nobody can look', async () => {
		stage.sandbox.faults.add({ kind: 'reset', method: 'POST', when: 'after' });
		const { details } = await throughErrorOutput(stage, { ...create, options: { maxWait: 0 } });
		expect(details).toMatchObject({ code: 'connectionLost', mayHaveHappened: true });
		expect(details.description).toMatch(
			/Look for its name with Availability > Get Many before you create it again\.$/,
		);
		expect(writes()).toHaveLength(1);
	});
});

describe('public holidays', () => {
	it.each(losses)('are blocked once where the answer lacks its %s', async (_what, fault) => {
		stage.sandbox.faults.add({ ...fault, method: 'PATCH' });
		const result = await stage.run(block);
		expect(column(result, 'recovered')).toEqual(Array(2 + 13).fill(true));
		expect(column(result, 'change').slice(1, 4)).toEqual(['unchanged', 'created', 'created']);
		expect(exceptions()).toBe(2 + 13);
		expect(writes()).toHaveLength(1);
	});

	it('are read from the schedule where the answer is empty', async () => {
		stage.sandbox.faults.add({ kind: 'emptyBody', method: 'PATCH', when: 'after', times: 2 });
		for (const change of ['created', 'unchanged']) {
			const result = await stage.run(block);
			expect(column(result, 'change')).toEqual([
				'unchanged',
				'unchanged',
				...Array(13).fill(change),
			]);
		}
		expect(writes()).toHaveLength(2);
	});

	it('that are certainly not blocked are blocked by a second request', async () => {
		stage.sandbox.faults.add({ kind: 'reset', method: 'PATCH' });
		const result = await stage.run(block);
		expect(column(result, 'recovered')).toEqual(Array(2 + 13).fill(undefined));
		expect(exceptions()).toBe(2 + 13);
		expect(writes()).toHaveLength(2);
	});

	it('may have been blocked where nobody can look', async () => {
		stage.sandbox.faults.add({ kind: 'reset', method: 'PATCH', when: 'after' });
		const { details } = await throughErrorOutput(stage, { ...block, options: { maxWait: 0 } });
		expect(details).toMatchObject({ code: 'connectionLost', mayHaveHappened: true });
		expect(details.description).toMatch(/with Availability > Get, Output Raw\.$/);
	});
});
