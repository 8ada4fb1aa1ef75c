import fc from 'fast-check';
import { DateTime } from 'luxon';
import { slotText } from '../../nodes/Meetergo/actions/availability/slotText';
import { clockShows, transitions } from './clocks.cts';

const MINUTE = 60_000;
const STEP = 15 * MINUTE;

/** The clock changes of 2026 in a few zones: by an hour and by half of one, at night and at midnight. */
const changes = [
	'Europe/Vienna',
	'America/New_York',
	'America/Havana',
	'America/Santiago',
	'Africa/Cairo',
	'Asia/Beirut',
	'Atlantic/Azores',
	'Australia/Lord_Howe',
	'Pacific/Auckland',
].flatMap((zone) => transitions(zone, 2026));

/** Slots every quarter of an hour around a clock change, some of them taken. */
const offers = fc
	.record({
		change: fc.constantFrom(...changes),
		first: fc.integer({ min: -96, max: 8 }),
		free: fc.array(fc.boolean(), { minLength: 1, maxLength: 120 }),
	})
	.map(({ change: { zone, at }, first, free }) => ({
		zone,
		starts: free.flatMap((isFree, step) => (isFree ? [at + (first + step) * STEP] : [])),
	}))
	.filter(({ starts }) => starts.length > 0);

function instant(millis: number): DateTime<true> {
	const time = DateTime.fromMillis(millis);
	if (!time.isValid) throw new Error('the generator made an invalid time');
	return time;
}

it('a text tells each slot once, on its day, so that no two look the same', () => {
	fc.assert(
		fc.property(offers, ({ zone, starts }) => {
			const instants = starts.map(instant);
			const window = { from: instant(0), until: instant(1) };
			const lines = slotText(instants, { language: 'en', zone, window }).split('\n');

			const told = lines.flatMap((line) => {
				const [, day, month, list = ''] = /^\w+,? (\d+) (\w+).*?: (.+)$/.exec(line) ?? [];
				return list.split(', ').map((time) => `${day} ${month} ${time}`);
			});
			const days = new Set(starts.map((start) => clockShows(start, zone).slice(0, 10)));
			expect(lines).toHaveLength(days.size);
			expect(new Set(told).size).toBe(starts.length);
			expect(told.map((one) => /\d\d:\d\d/.exec(one)?.[0])).toEqual(
				starts.map((start) => clockShows(start, zone).slice(11, 16)),
			);
			expect(told.map((one) => one.includes('('))).toEqual(
				starts.map((start) => occursTwice(start, zone)),
			);
		}),
	);
});

/** Whether the clocks of a zone show the same a little earlier or later; none go back by more than an hour. */
function occursTwice(start: number, zone: string): boolean {
	const shown = clockShows(start, zone);
	return [-60, -30, 30, 60].some((by) => clockShows(start + by * MINUTE, zone) === shown);
}
