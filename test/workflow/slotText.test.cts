import type { INodeParameters } from 'n8n-workflow';
import { column, failingAlike, hintsOf, jsonOf, refusal } from './outcome.cts';
import { bothCredentials, byId, ids, useStage, wire } from './stage.cts';

// It stays Monday, 2 March 2026, 9:00 in Vienna.
const stage = useStage({ speed: 0 });

const { durations, member } = ids.meetingTypes;

/** Lena's 30 minutes of advice on a Tuesday morning as a text, unless told otherwise. */
function slots(more: INodeParameters = {}): INodeParameters {
	return {
		resource: 'availability',
		operation: 'getSlots',
		meetingTypeId: byId(durations),
		start: '2026-03-03T10:30',
		end: '2026-03-03T13:15',
		slotsAs: 'text',
		...more,
	};
}

async function text(more: INodeParameters = {}): Promise<unknown> {
	const result = await stage.run(slots(more));
	expect(result.items).toHaveLength(1);
	return column(result, 'text')[0];
}

const sunday = { start: '2026-03-08', end: '2026-03-08' };

describe.each(bothCredentials)('slots as a text with %s', (authentication) => {
	it('are one item, with the slots themselves', async () => {
		const { items } = await stage.run({ authentication, ...slots() });
		expect(items).toEqual([
			{
				json: {
					text: 'Tue 3 March: 10:30, 10:45, 11:00, 11:15, 11:30, 13:00',
					slots: expect.any(Array),
					count: 6,
					timezone: 'Europe/Vienna',
				},
				pairedItem: { item: 0 },
			},
		]);
		expect(items[0]?.json.slots).toHaveProperty('5', {
			start: '2026-03-03T13:00:00.000+01:00',
			end: '2026-03-03T13:30:00.000+01:00',
			timezone: 'Europe/Vienna',
			spotsLeft: 1,
			meetingTypeId: durations,
		});
	});
});

it('have a line a day', async () => {
	const options = { atMost: 28 };
	const lines = String(await text({ start: '2026-03-03', end: '2026-03-06', options })).split('\n');
	expect(lines.map((line) => line.slice(0, 18))).toEqual([
		'Tue 3 March: 08:30',
		'Wed 4 March: 08:30',
	]);
	expect(lines[1]).toBe('Wed 4 March: 08:30, 08:45');
});

it('are written in the language, and tell that nothing is free in it', async () => {
	const options = { language: 'sv' };
	expect(await text({ options })).toMatch(/^tis 3 mars: 10:30, /);
	expect(await text({ options, ...sunday })).toBe(
		'Det finns inga lediga tider under den här perioden.',
	);
});

it('take the language from an expression, but not every one', async () => {
	for (const language of ['={{ "FR".toLowerCase() }}', 'fr-CH', 'FR_ca']) {
		expect(await text({ options: { language }, ...sunday })).toMatch(/^Aucun créneau/);
	}
	expect(await failingAlike(stage, slots({ options: { language: 'fi' } }))).toEqual(
		refusal('Language', '"fi" is not one of: da, nl, en, fr, de, it, no, pl, es, sv, tr.'),
	);
});

it('are told in the time zone, on both sides of a clock change', async () => {
	const window = { start: '2026-03-06T16:00', end: '2026-03-09T09:30' };
	const timezone = 'America/New_York';
	expect(await text({ meetingTypeId: byId(member), ...window, timezone })).toBe(
		'Fri 6 March: 16:00, 16:15, 16:30\nMon 9 March: 09:00, 09:15',
	);
});

it('are told with the year where the window holds two', async () => {
	const window = { start: '2025-12-30', end: '2026-03-03T08:45' };
	expect(await text(window)).toMatch(/^Mon\S* 2 March 2026: .*\nTue\S* 3 March 2026: 08:30$/);
});

describe('at most', () => {
	const options = { atMost: 2 };
	const first = ['2026-03-03T10:30:00.000+01:00', '2026-03-03T10:45:00.000+01:00'];

	it('the earliest are in a text', async () => {
		expect(jsonOf(await stage.run(slots({ options })))).toMatchObject([
			{ text: 'Tue 3 March: 10:30, 10:45', count: 2, slots: first.map((start) => ({ start })) },
		]);
	});

	it('the earliest are in a list', async () => {
		expect(jsonOf(await stage.run(slots({ options, slotsAs: 'list' })))).toMatchObject([
			{ count: 2, slots: first.map((start) => ({ start })) },
		]);
	});

	it('the earliest are items', async () => {
		const result = await stage.run(slots({ options, slotsAs: 'items' }));
		expect(column(result, 'start')).toEqual(first);
	});

	it('so many of each day are offered, days apart from each other', async () => {
		const days = { start: '2026-03-03', end: '2026-03-06', slotsAs: 'items' };
		const perDay = { ...days, options: { atMostPerDay: 1, atMost: 2 } };
		expect(column(await stage.run(slots(perDay)), 'start')).toEqual([
			expect.stringMatching(/^2026-03-03T/),
			expect.stringMatching(/^2026-03-04T/),
		]);
	});

	it('more than there are is no fault, and none is refused', async () => {
		expect(jsonOf(await stage.run(slots({ options: { atMost: 100 } })))).toMatchObject([
			{ count: 6 },
		]);
		stage.exchanges.splice(0);
		expect(await failingAlike(stage, slots({ options: { atMost: 0 } }))).toEqual(
			refusal('Limit', 'must be a whole number of at least 1, but is "0".'),
		);
		expect(wire(stage)).toEqual([]);
	});
});

describe('a window in the past', () => {
	const hint = 'The window lies in the past, so no slot is free.';

	it.each(['items', 'list', 'text'])('is told beside the output, with %s', async (slotsAs) => {
		const past = { start: '2020-03-03', end: '2020-03-04', slotsAs };
		const result = await stage.run(slots(past), { items: [{}, {}] });
		expect(hintsOf(result)).toEqual([hint]);
	});

	it('is not confused with one that is full', async () => {
		const result = await stage.run(slots({ start: '2150-03-03', end: '2150-03-04' }));
		expect(hintsOf(result)).toEqual([]);
	});
});
