import fc from 'fast-check';
import { availabilityColumns } from '../../nodes/Meetergo/actions/availability/availability.columns';
import { scheduleOf, weekIn } from '../../nodes/Meetergo/actions/availability/schedule';
import { row } from '../../nodes/Meetergo/actions/output/columns';
import {
	type Hours,
	type Week,
	type Weekday,
	WEEKDAYS,
	type WeekEntry,
	weekOf,
} from '../../nodes/Meetergo/fields/week';
import { readWeekText } from '../../nodes/Meetergo/fields/weekText';

const MINUTES_A_DAY = 24 * 60;

function clock(minutes: number): string {
	const [hour, minute] = [Math.floor(minutes / 60), minutes % 60];
	return [hour, minute].map((number) => String(number).padStart(2, '0')).join(':');
}

/** Hours of one day that do not overlap; some of them touch. */
const hoursOfADay: fc.Arbitrary<Hours[]> = fc
	.uniqueArray(fc.nat(MINUTES_A_DAY - 1), { minLength: 2, maxLength: 9 })
	.chain((ends) => {
		const ordered = ends.sort((a, b) => a - b).map(clock);
		const ranges = ordered.slice(1).map((end, at) => ({ start: ordered[at] ?? '', end }));
		return fc.subarray(ranges);
	});

const weeks: fc.Arbitrary<Week> = fc
	.tuple(...WEEKDAYS.map(() => hoursOfADay))
	.map((days) => new Map(WEEKDAYS.map((day, at) => [day, days[at] ?? []])));

function entriesOf(week: Week): WeekEntry[] {
	return [...week].flatMap(([day, hours]): WeekEntry[] =>
		hours.length === 0
			? [{ days: [day], hours: 'closed' }]
			: hours.map((one) => ({ days: [day], hours: [one] })),
	);
}

describe('a week', () => {
	it('is put together from rows in any order', () => {
		const rows = weeks.chain((week) => {
			const entries = entriesOf(week);
			const shuffled = fc.shuffledSubarray(entries, { minLength: entries.length });
			return fc.tuple(fc.constant(week), shuffled);
		});
		fc.assert(fc.property(rows, ([week, entries]) => expect(weekOf(entries)).toEqual({ week })));
	});

	it('does not mention the days that no row names', () => {
		const days: Weekday[] = ['friday', 'monday'];
		const hours = [{ start: '09:00', end: '12:00' }];
		expect(weekOf([{ days, hours }])).toEqual({
			week: new Map([
				['monday', hours],
				['friday', hours],
			]),
		});
		expect(weekOf([])).toEqual({ week: new Map() });
	});

	it('may close at noon and open again at noon', () => {
		const hours = ['12:00-15:00', '09:00-12:00'].map(range);
		expect(weekOf([{ days: ['monday'], hours }])).toEqual({
			week: new Map([['monday', [...hours].reverse()]]),
		});
	});

	it.each<[string, WeekEntry[], string]>([
		[
			'overlap',
			[open('tuesday', '09:00-12:01'), open('tuesday', '12:00-14:00')],
			'Tuesday 09:00-12:01 and 12:00-14:00 overlap',
		],
		[
			'lie within others',
			[open('tuesday', '10:00-11:00', '09:00-17:00')],
			'Tuesday 09:00-17:00 and 10:00-11:00 overlap',
		],
		[
			'are there twice',
			[open('friday', '09:00-12:00'), open('friday', '09:00-12:00')],
			'Friday 09:00-12:00 and 09:00-12:00 overlap',
		],
		['have no length', [open('monday', '09:00-09:00')], 'Monday 09:00-09:00 has no length'],
		[
			'run over midnight',
			[open('saturday', '22:00-02:00')],
			'Saturday 22:00-02:00 ends before it starts. For hours over midnight, end this day at 23:59 and add the rest to the next day',
		],
		[
			'run up to midnight',
			[open('saturday', '18:00-00:00')],
			'Saturday 18:00-00:00 ends before it starts. For hours over midnight, end this day at 23:59 and add the rest to the next day',
		],
		[
			'are on a closed day',
			[{ days: ['sunday'], hours: 'closed' }, open('sunday', '09:00-12:00')],
			'Sunday is closed, and open at 09:00-12:00 as well',
		],
	])('refuses hours that %s', (_what, entries, refusal) => {
		expect(weekOf(entries)).toEqual({ refusal });
	});

	it('never refuses hours for overlapping unless two of them do', () => {
		const minute = fc.nat(MINUTES_A_DAY - 1);
		const ranges = fc
			.tuple(minute, minute)
			.filter(([a, b]) => a < b)
			.map(([a, b]) => ({ start: clock(a), end: clock(b) }));
		fc.assert(
			fc.property(fc.array(ranges, { minLength: 1, maxLength: 4 }), (hours) => {
				const overlap = hours.some((one, at) =>
					hours.slice(at + 1).some((other) => one.start < other.end && other.start < one.end),
				);
				expect('refusal' in weekOf([{ days: ['monday'], hours }])).toBe(overlap);
			}),
		);
	});
});

describe('the hours that a schedule shows', () => {
	const shown = (week: Week) => {
		const schedule = { id: '1', name: 'A', timezone: 'UTC', schedule: scheduleOf(week) };
		return String(row(availabilityColumns, schedule, 'UTC').weeklyHours);
	};

	it('are read as the same week, closed days included', () => {
		fc.assert(
			fc.property(weeks, (week) => {
				const reading = readWeekText(shown(week));
				expect('entries' in reading ? weekOf(reading.entries) : reading).toEqual({ week });
			}),
		);
	});

	it.each<[string, string, string]>([
		['days in a row are one', 'Mon 9-12; Tue 9-12; Wed 9-12', 'Mon-Wed 09:00-12:00'],
		['other days with the same hours', 'Mon, Wed 9-12', 'Mon, Wed 09:00-12:00'],
		['hours in the order of time', 'Sun 13-17, 9-12', 'Sun 09:00-12:00, 13:00-17:00'],
		['the whole week', 'daily 8-20', 'Mon-Sun 08:00-20:00'],
	])('put together %s', (_what, text, part) => {
		expect(shown(weekFrom(text)).split('; ')[0]).toBe(part);
	});

	it('name the closed days last', () => {
		expect(shown(weekFrom('Sat 10-14; Tue-Thu 9-17'))).toBe(
			'Tue-Thu 09:00-17:00; Sat 10:00-14:00; Mon, Fri, Sun closed',
		);
		expect(shown(new Map())).toBe('Mon-Sun closed');
	});
});

describe('a schedule on the wire', () => {
	it('always has seven days', () => {
		fc.assert(
			fc.property(fc.subarray([...WEEKDAYS]), weeks, (days, week) => {
				const some: Week = new Map([...week].filter(([day]) => days.includes(day)));
				const schedule = scheduleOf(some);
				expect(Object.keys(schedule)).toEqual(WEEKDAYS);
				for (const { enabled, hours } of Object.values(schedule)) {
					expect(enabled).toBe(hours.length > 0);
				}
			}),
		);
	});

	it('keeps the days that the week does not mention as they are, hours of closed days included', () => {
		const before = {
			...scheduleOf(weekFrom('Mon-Fri 9-17')),
			friday: { enabled: false, hours: [{ start: '08:00', end: '10:00' }] },
		};
		const after = scheduleOf(weekFrom('Mon closed; Tue 10-12'), before);
		expect(after).toEqual({
			...before,
			monday: { enabled: false, hours: [] },
			tuesday: { enabled: true, hours: [{ start: '10:00', end: '12:00' }] },
		});
	});

	it('is closed on a day that is switched off, or is missing', () => {
		const friday = { enabled: false, hours: [{ start: '08:00', end: '10:00' }] };
		expect(weekIn({ friday })).toEqual(new Map(WEEKDAYS.map((day) => [day, []])));
		expect(weekIn(undefined)).toEqual(new Map(WEEKDAYS.map((day) => [day, []])));
	});
});

function range(text: string): Hours {
	return { start: text.slice(0, 5), end: text.slice(6) };
}

function open(day: Weekday, ...ranges: string[]): WeekEntry {
	return { days: [day], hours: ranges.map(range) };
}

function weekFrom(text: string): Week {
	const reading = readWeekText(text);
	const week = 'entries' in reading ? weekOf(reading.entries) : reading;
	if ('refusal' in week) throw new Error(week.refusal);
	return week.week;
}
