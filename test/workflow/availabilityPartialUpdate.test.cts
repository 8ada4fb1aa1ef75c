import type { INodeParameters } from 'n8n-workflow';
import { column, hintsOf, throughErrorOutput } from './outcome.cts';
import { byId, ids, useStage, wire } from './stage.cts';

/* To change some days, the others are read beforehand and sent along: what cannot be read must not become closed days. */

const stage = useStage({ forEachTest: true });

const { lena } = ids.availabilities;
const record = { id: lena, name: 'Working hours', timezone: 'Europe/Vienna' };
const change: INodeParameters = {
	resource: 'availability',
	operation: 'update',
	scheduleId: byId(lena),
	weeklyHoursAs: 'text',
	weeklyHoursText: 'Mon 10:00-12:00',
};
const stored = () => stage.sandbox.state.availabilities.get(lena);

describe('a schedule that shows no usable week', () => {
	it.each<[string, object]>([
		['without a week', record],
		['with null for a week', { ...record, schedule: null }],
		[
			'with a week in the old form of a list',
			{
				...record,
				schedule: [{ dayOfWeek: 'monday', intervals: [{ from: '09:00', to: '17:00' }] }],
			},
		],
	])('stays as it is when it is read %s', async (_what, body) => {
		const before = stored();
		stage.sandbox.faults.add({ kind: 'status', status: 200, method: 'GET', times: Infinity, body });
		const { details } = await throughErrorOutput(stage, { ...change, options: { maxWait: 0 } });
		expect(details).toMatchObject({ code: 'unreadableAnswer', mayHaveHappened: false });
		expect(wire(stage).filter((line) => line.startsWith('PATCH'))).toEqual([]);
		expect(stored()).toEqual(before);
	});

	it('is no obstacle to a whole week, for which nothing is read', async () => {
		stage.sandbox.faults.add({
			kind: 'status',
			status: 200,
			method: 'GET',
			times: Infinity,
			body: record,
		});
		await stage.run({ ...change, weeklyHoursText: 'daily 10-12' });
		expect(wire(stage)).toEqual([`PATCH /v4/availability/${lena} 200`]);
	});
});

it('a closed day that keeps hours is sent back as it was, and is no alarm', async () => {
	const before = stored();
	if (before === undefined) throw new Error('The schedule is missing');
	const saturday = { enabled: false, hours: [{ start: '10:00', end: '12:00' }] };
	stage.sandbox.state.availabilities.set(lena, {
		...before,
		schedule: { ...before.schedule, saturday },
	});
	const result = await stage.run(change);
	expect(result.status).toBe('success');
	expect(column(result, 'notKept')).toEqual([undefined]);
	expect(hintsOf(result)).toEqual([]);
	expect(stored()?.schedule).toMatchObject({
		monday: { enabled: true, hours: [{ start: '10:00', end: '12:00' }] },
		saturday: { enabled: false },
		sunday: { enabled: false },
	});
});
