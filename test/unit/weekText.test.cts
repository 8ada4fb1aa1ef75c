import fc from 'fast-check';
import { readTimeOfDay } from '../../nodes/Meetergo/fields/timeOfDay';
import { type Weekday, WEEKDAYS, weekOf } from '../../nodes/Meetergo/fields/week';
import { readWeekText, writeWeekText } from '../../nodes/Meetergo/fields/weekText';

/** The week of a text in its usual form, or why it is none. */
function read(text: string): string {
	const reading = readWeekText(text);
	const week = 'entries' in reading ? weekOf(reading.entries) : reading;
	return 'week' in week ? writeWeekText(week.week) : `refused: ${week.refusal}`;
}

const office = 'Mon-Fri 09:00-17:00';

it.each([
	['in its usual form', 'Mon-Fri 09:00-17:00', office],
	['with hours alone', 'Mon-Fri 9-17', office],
	['with an en-dash', 'Mon–Fri 9:00–17:00', office],
	['with an em-dash and blanks', 'Mon — Fri 9 — 17', office],
	['with a minus sign', 'Mon\u2212Fri 9\u221217', office],
	['with a colon after the days', 'Mon-Fri: 9:00 to 17:00', office],
	['with a comma after the days', 'Mon-Fri, 9:00-17:00', office],
	['in words', 'Monday to Friday from 9 until 17', office],
	['in any case', 'MON-fri 9-17', office],
	['with whole names', 'Mondays through Fridays 9-17', office],
	['with dots', 'Mon.-Fri. 9.00-17.00', office],
	['with seconds', 'Mon-Fri 09:00:00-17:00:00', office],
	['on a clock with two halves', 'Mon-Fri 9am-5pm', office],
	['on a clock with two halves, written out', 'Mon-Fri 9:00 a.m. to 5:00 P.M.', office],
	['by weekdays', 'weekdays 9-17', office],
	['day by day', 'Mo 9-17; Tu 9-17; We 9-17; Th 9-17; Fr 9-17', office],
	['line by line', 'Mon-Wed 9-17\r\nThu-Fri 9-17\n\n', office],
	['with a semicolon at its end', 'Mon-Fri 9-17;', office],
	['with several ranges', 'Mon 9-12, 13-17', 'Mon 09:00-12:00, 13:00-17:00'],
	['with "and"', 'Mon and Wed 9-12 and 13-17', 'Mon, Wed 09:00-12:00, 13:00-17:00'],
	['with other signs for "and"', 'Mon & Wed/Fri + Sun 9-12', 'Mon, Wed, Fri, Sun 09:00-12:00'],
	['in several parts of a day', 'Mon 13-17; Mon 9-12', 'Mon 09:00-12:00, 13:00-17:00'],
	['over the end of the week', 'Sat-Mon 10-14', 'Mon, Sat-Sun 10:00-14:00'],
	['for each day', 'daily 8-20', 'Mon-Sun 08:00-20:00'],
	['for each day, in words', 'every day 8-20', 'Mon-Sun 08:00-20:00'],
	['for the weekend', 'weekends 10-14', 'Sat-Sun 10:00-14:00'],
	['with closed days', 'Sat closed; Sun: off', 'Sat-Sun closed'],
	['with noon and midnight', 'Mon 12am-12pm', 'Mon 00:00-12:00'],
	['with nothing in it', ' \n; ', ''],
])('reads a text %s', (_what, text, usual) => {
	expect(read(text)).toBe(usual);
});

const example = '. Write the week as in "Mon-Fri 09:00-12:00, 13:00-17:00; Sat closed"';

it.each([
	['an unknown day', 'Funday 9-12', `"Funday" is not a day of the week${example}`],
	['a day of one letter', 'T 9-12', `"T" is not a day of the week${example}`],
	['a row of three days', 'Mon-Wed-Fri 9-12', `"Mon-Wed-Fri" is not a day of the week${example}`],
	['an unknown end of a row', 'Mon-Foo 9-12', `"Mon-Foo" is not a day of the week${example}`],
	['a second day without a semicolon', 'Mon 9-12, Tue 9-12', `"Tue 9" is not a time of day`],
	['hours without a day', '9-12', `"9-12" names no day${example}`],
	['closed without a day', 'closed', `"closed" names no day${example}`],
	['a day without hours', 'Mon-Fri', `"Mon-Fri" names no hours${example}`],
	['a day with other words', 'Mon by appointment', `"Mon by appointment" names no hours${example}`],
	['a single time', 'Mon 9', `"9" is not a range of hours${example}`],
	['a range of three times', 'Mon 9-12-15', `"9-12-15" is not a range of hours${example}`],
	['an hour that no clock shows', 'Mon 9-25', `"25" is not a time of day${example}`],
	['a minute that no clock shows', 'Mon 9:60-12', `"9:60" is not a time of day${example}`],
	[
		'the end of a day',
		'Mon 18:00-24:00',
		`"24:00" is not a time of day: the last one is 23:59, and hours after midnight belong to the next day${example}`,
	],
	['the hour 13 in the afternoon', 'Mon 9am-13pm', `"13pm" is not a time of day${example}`],
	['half a clock', 'Mon 1-5pm', `"1-5pm" has am or pm at one end only${example}`],
	[
		'hours over midnight',
		'Fri 22-2',
		'Friday 22:00-02:00 ends before it starts. For hours over midnight, end this day at 23:59 and add the rest to the next day',
	],
	['hours that overlap', 'Mon-Wed 9-12, 11-13', 'Monday 09:00-12:00 and 11:00-13:00 overlap'],
	[
		'a day both closed and open',
		'daily 9-12; Sun closed',
		'Sunday is closed, and open at 09:00-12:00 as well',
	],
])('refuses %s', (_what, text, refusal) => {
	expect(read(text)).toContain(`refused: ${refusal}`);
});

it('never throws, and what it reads it reads again the same', () => {
	const words = fc.constantFrom(
		...['Mon', 'tue', 'Sat-Sun', 'daily', 'closed', '9', '09:00', '12-13', '24:00', 'pm', '-'],
		...['–', ',', ';', ':', ' ', '\n', 'to', 'and', '.'],
	);
	const texts = fc.oneof(fc.string(), fc.string({ unit: 'binary' }), fc.array(words).map(joined));
	fc.assert(
		fc.property(texts, (text) => {
			const usual = read(text);
			if (!usual.startsWith('refused: ')) expect(read(usual)).toBe(usual);
		}),
		{ numRuns: 500 },
	);
});

it('reads rows of days from any day to any other', () => {
	const days = fc.constantFrom(...WEEKDAYS);
	fc.assert(
		fc.property(days, days, (first, last) => {
			const reading = readWeekText(`${first}-${last} 9-12`);
			const named = 'entries' in reading ? (reading.entries[0]?.days ?? []) : [];
			expect([named[0], named.at(-1)]).toEqual([first, last]);
			expect(named.slice(1)).toEqual(named.slice(0, -1).map(dayAfter));
			expect(new Set(named).size).toBe(named.length);
		}),
	);
});

it.each(['Mon'.padEnd(100_000, ' '), ' '.repeat(100_000), '-'.repeat(100_000)])(
	'is not slowed down by a long text',
	(start) => {
		expect(readWeekText(`${start}x 9${start}`)).toHaveProperty('refusal');
	},
);

it('reads every time of a day, and no other', () => {
	const time = fc.tuple(fc.integer({ min: 0, max: 30 }), fc.integer({ min: 0, max: 70 }));
	fc.assert(
		fc.property(time, ([hour, minute]) => {
			const text = [hour, minute].map((number) => String(number).padStart(2, '0')).join(':');
			expect(readTimeOfDay(text)).toBe(hour < 24 && minute < 60 ? text : undefined);
		}),
	);
});

function joined(words: readonly string[]): string {
	return words.join('');
}

function dayAfter(day: Weekday): Weekday | undefined {
	return WEEKDAYS[(WEEKDAYS.indexOf(day) + 1) % WEEKDAYS.length];
}
