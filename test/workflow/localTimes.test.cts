import { booking } from './booking.cts';
import { byId, ids, useStage, wire } from './stage.cts';

const stage = useStage({ forEachTest: true });

/** Books at a local time, and tells what the server was asked for. */
async function book(start: string, timezone: string) {
	const options = { ignoreAvailability: true };
	const { items, hints, error } = await stage.run(booking({ start, timezone, options }));
	expect(error).toBeUndefined();
	expect(wire(stage).filter((line) => line.startsWith('POST'))).toEqual(['POST /v4/booking 201']);
	return {
		asked: stage.exchanges.at(-1)?.requestBody,
		told: items[0]?.json.start,
		hints: hints.map(({ message }) => message),
	};
}

describe('a time without a zone', () => {
	it.each([
		['Europe/Vienna', '2026-03-03T08:00:00.000Z', '2026-03-03T09:00:00.000+01:00'],
		['America/New_York', '2026-03-03T14:00:00.000Z', '2026-03-03T09:00:00.000-05:00'],
		['asia/kolkata', '2026-03-03T03:30:00.000Z', '2026-03-03T09:00:00.000+05:30'],
		['', '2026-03-03T08:00:00.000Z', '2026-03-03T09:00:00.000+01:00'],
	])('is read in the zone "%s" of the node, else of the workflow', async (zone, instant, local) => {
		const { asked, told, hints } = await book('2026-03-03T09:00:00', zone);
		expect(asked).toMatchObject({ start: instant });
		expect(told).toBe(local);
		expect(hints).toEqual([]);
	});

	it('that clocks skip is moved on by as much, and the user is told', async () => {
		const { asked, told, hints } = await book('2026-03-29 02:30', 'Europe/Vienna');
		expect(asked).toMatchObject({ start: '2026-03-29T01:30:00.000Z' });
		expect(told).toBe('2026-03-29T03:30:00.000+02:00');
		expect(hints).toEqual([
			'Start: 02:30 does not exist on 2026-03-29 in Europe/Vienna because clocks go forward; 03:30 is used',
		]);
	});

	it('that clocks show twice is taken the first time, and the user is told how to get the second', async () => {
		const { asked, told, hints } = await book('2026-10-25T02:30:00', 'Europe/Vienna');
		expect(asked).toMatchObject({ start: '2026-10-25T00:30:00.000Z' });
		expect(told).toBe('2026-10-25T02:30:00.000+02:00');
		expect(hints).toEqual([
			'Start: 02:30 happens twice on 2026-10-25 in Europe/Vienna because clocks go back; the first (+02:00) is used; for the second write 2026-10-25T02:30+01:00',
		]);
	});

	it('gets the second of two when its offset says so', async () => {
		const { asked, told, hints } = await book('2026-10-25T02:30+01:00', 'Europe/Vienna');
		expect(asked).toMatchObject({ start: '2026-10-25T01:30:00.000Z' });
		expect(told).toBe('2026-10-25T02:30:00.000+01:00');
		expect(hints).toEqual([]);
	});
});

it('tells the same reading once, however many items share it', async () => {
	const { items, hints } = await stage.run(
		{
			resource: 'availability',
			operation: 'getSlots',
			meetingTypeId: byId(ids.meetingTypes.oneToOne),
			start: '2026-03-29T02:30:00',
			end: '2026-03-31',
			slotsAs: 'list',
		},
		{ items: [{}, {}, {}] },
	);
	expect(items).toHaveLength(3);
	expect(hints.map(({ message }) => message)).toEqual([expect.stringContaining('03:30 is used')]);
});
