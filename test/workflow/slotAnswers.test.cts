import type { INodeParameters } from 'n8n-workflow';
import { column, throughErrorOutput } from './outcome.cts';
import { byId, ids, useStage } from './stage.cts';

/* What is asked for slots, and answers of another shape than the usual one. */

const stage = useStage({ speed: 0 });

function slots(more: INodeParameters = {}): INodeParameters {
	return {
		resource: 'availability',
		operation: 'getSlots',
		meetingTypeId: byId(ids.meetingTypes.durations),
		start: '2026-03-03',
		end: '2026-03-03',
		...more,
	};
}

function answer(body: object): void {
	stage.sandbox.faults.add({
		kind: 'status',
		status: 200,
		path: '/booking-availability$',
		times: Infinity,
		body,
	});
}

it('switches that are added and off are not sent', async () => {
	await stage.run(slots({ options: { ignoreNotice: false, refreshCache: false } }));
	const query = stage.exchanges.at(-1)?.query;
	expect(query).toMatchObject({ meetingTypeId: ids.meetingTypes.durations });
	expect(query).not.toHaveProperty('skipEarliestBookingCalculation');
	expect(query).not.toHaveProperty('refreshCache');
});

const spots = ['2026-03-03T09:00:00+01:00', '2026-03-03T08:30:00Z'].map((startTime) => ({
	startTime,
}));

it.each([[''], ['GMT+1'], [null], [undefined]])(
	'slots are found where the answer names the time zone %j, for their starts have offsets',
	async (timezone) => {
		answer({ timezone, dates: [{ date: '2026-03-03', spots }] });
		expect(column(await stage.run(slots()), 'start')).toEqual([
			'2026-03-03T09:00:00.000+01:00',
			'2026-03-03T09:30:00.000+01:00',
		]);
	},
);

it.each([
	['without dates', { timezone: 'Europe/Vienna', slots: [] }],
	['with null for dates', { timezone: 'Europe/Vienna', dates: null }],
])('an answer %s does not pass for no slots', async (_what, body) => {
	answer(body);
	const { details } = await throughErrorOutput(stage, slots({ options: { maxWait: 0 } }));
	expect(details).toMatchObject({ code: 'unreadableAnswer', mayHaveHappened: false });
});
