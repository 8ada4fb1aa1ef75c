import { column } from './outcome.cts';
import { byId, ids, useStage } from './stage.cts';

/* Exceptions of a schedule may come without ids: what is new is still told from what was there. */

const stage = useStage();

const { lena } = ids.availabilities;
const away = { title: 'Away', available: false, start: '2026-03-11', end: '2026-03-12' };
const newYear = {
	title: "New Year's Day",
	available: false,
	start: '2026-01-01',
	end: '2026-01-02',
};

it('an exception that was not there is created', async () => {
	const schedule = { id: lena, name: 'Working hours', timezone: 'Europe/Vienna', schedule: {} };
	stage.sandbox.faults.add({
		kind: 'status',
		status: 200,
		method: 'GET',
		times: Infinity,
		body: { ...schedule, availabilityExceptions: [away] },
	});
	stage.sandbox.faults.add({
		kind: 'status',
		status: 200,
		method: 'PATCH',
		body: [away, newYear],
	});
	const result = await stage.run({
		resource: 'availability',
		operation: 'blockHolidays',
		scheduleId: byId(lena),
		country: 'AT',
		year: '2026',
	});
	expect(column(result, 'title')).toEqual(['Away', "New Year's Day"]);
	expect(column(result, 'change')).toEqual(['unchanged', 'created']);
});
