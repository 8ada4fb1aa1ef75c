import { runInNewContext } from 'node:vm';
import { DateTime } from 'luxon';
import { readInstant, writeInstant, writeLocal } from '../../nodes/Meetergo/fields/instant';
import { readZone } from '../../nodes/Meetergo/fields/zone';

const BERLIN = 'Europe/Berlin';

/** The instant a value was read as, in UTC, or why it was refused. */
function read(value: unknown, zone = BERLIN, options = {}): string {
	const reading = readInstant(value, zone, options);
	return 'refusal' in reading ? reading.refusal : writeInstant(reading.instant);
}

function note(value: unknown, zone: string): string | undefined {
	const reading = readInstant(value, zone);
	return 'refusal' in reading ? reading.refusal : reading.note;
}

describe('a point in time', () => {
	test.each([
		['an offset', '2026-03-03T09:00:00+01:00'],
		['an offset of hours', '2026-03-03T09+01'],
		['an offset without colon', '20260303T090000+0100'],
		['Z', '2026-03-03T08:00:00.000Z'],
		['what the date picker of n8n stores', '2026-03-03T09:00:00'],
		['no seconds', '2026-03-03 09:00'],
		['several blanks', '2026-03-03   09:00'],
		['week and weekday', '2026-W10-2T09:00'],
		['the day of the year', '2026-062T09:00'],
		['another zone in brackets', '2026-03-03T17:00[Asia/Tokyo]'],
		['an offset and its zone', '2026-03-03T17:00+09:00[Asia/Tokyo]'],
		['Z and a zone', '2026-03-03T08:00Z[Asia/Tokyo]'],
		['a mail date', 'Tue, 03 Mar 2026 09:00:00 +0100'],
		['a header date', 'Tue, 03 Mar 2026 08:00:00 GMT'],
		['a mail date without weekday', '3 Mar 2026 09:00 +0100'],
		['Unix seconds', 1772524800],
		['Unix seconds as text', '1772524800'],
		['Unix milliseconds', 1772524800000],
		['Unix milliseconds as text', ' 1772524800000 '],
		['a JS date', new Date(1772524800000)],
		['a JS date of another realm', runInNewContext('new Date(1772524800000)')],
		['a luxon time', DateTime.fromMillis(1772524800000, { zone: 'Asia/Tokyo' })],
	])('is read from %s', (_name, value) => {
		expect(read(value)).toBe('2026-03-03T08:00:00.000Z');
	});

	test('is read from a time of another copy of luxon', () => {
		jest.isolateModules(() => {
			const copy: typeof import('luxon') = jest.requireActual('luxon');
			expect(copy.DateTime).not.toBe(DateTime);
			const time = copy.DateTime.fromISO('2026-03-03T09:00', { zone: BERLIN });
			expect(read(time)).toBe('2026-03-03T08:00:00.000Z');
		});
	});

	test('is given in the zone of the reader', () => {
		const reading = readInstant('2026-03-03T08:00:00Z', BERLIN);
		if ('refusal' in reading) throw new Error(reading.refusal);
		expect(reading.instant.zoneName).toBe(BERLIN);
		expect(reading.instant.hour).toBe(9);
	});

	test('is written in UTC for the API and with an offset for people', () => {
		const reading = readInstant('2026-07-01 09:00', BERLIN);
		if ('refusal' in reading) throw new Error(reading.refusal);
		expect(writeInstant(reading.instant)).toBe('2026-07-01T07:00:00.000Z');
		expect(writeLocal(reading.instant, BERLIN)).toBe('2026-07-01T09:00:00.000+02:00');
		expect(writeLocal(reading.instant, 'America/New_York')).toBe('2026-07-01T03:00:00.000-04:00');
		expect(writeLocal(reading.instant, 'UTC')).toBe('2026-07-01T07:00:00.000Z');
	});

	test.each([
		['2026-02-30', '"2026-02-30" does not exist in the calendar'],
		['2026-03-03T25:00', '"2026-03-03T25:00" does not exist in the calendar'],
		['Wed, 03 Mar 2026 09:00:00 +0100', 'names the wrong weekday'],
		['tomorrow at nine', '"tomorrow at nine" is not a point in time'],
		['03/04/2026', '"03/04/2026" is not a point in time'],
		['2026-03-03T09:00+25:00', 'is not a point in time'],
		['2026-03-03T09:00+01:60', 'is not a point in time'],
		['Invalid DateTime', '"Invalid DateTime" is not a point in time'],
		['x'.repeat(100), `"${'x'.repeat(40)}..." is not a point in time`],
		['09:00', '"09:00" has no date'],
		['T09:00', '"T09:00" has no date'],
		['2026', '"2026" has no day'],
		[2026, '"2026" has no day'],
		['2026-03', '"2026-03" has no day'],
		['2026-W10', '"2026-W10" has no day'],
		['2026-03 09:00', '"2026-03 09:00" has no day'],
		['2026-W10T09:00+01:00', '"2026-W10T09:00+01:00" has no day'],
		['2026-03-03T', '"2026-03-03T" is not a point in time'],
		['2026-03-03Z', '"2026-03-03Z" is not a point in time'],
		['2026-03-03 9:00', '"2026-03-03 9:00" is not a point in time'],
		['2026-03-03T17:00+01:00[Asia/Tokyo]', 'contradict each other'],
		['2026-03-03T17:00[Atlantis]', '"Atlantis" is not a time zone'],
		[0, '"0" is not a Unix time: seconds have 10 digits, milliseconds 13'],
		[-1772524800, '"-1772524800" is not a Unix time'],
		['17725248000', '"17725248000" is not a Unix time'],
		['202603030900', '"202603030900" is not a Unix time'],
		[1772524800000000, '"1772524800000000" is not a Unix time'],
		[9999999999, 'The year 2286 is not within 1970 to 2200'],
		['1969-12-31', 'The year 1969 is not within 1970 to 2200'],
		['2201-01-01', 'The year 2201 is not within 1970 to 2200'],
		['+123456-01-01T00:00Z', 'The year 123456 is not within 1970 to 2200'],
		[Number.NaN, '"NaN" is not a point in time'],
		['', 'Nothing was given'],
		[' \n', 'Nothing was given'],
		[undefined, 'An empty value is not a point in time'],
		[null, 'An empty value is not a point in time'],
		[true, 'true is not a point in time'],
		[{ start: '2026-03-03' }, 'An object is not a point in time'],
		[{ isLuxonDateTime: true, valueOf: () => 'soon' }, 'An object is not a point in time'],
		[Object.create(null), 'An object is not a point in time'],
		[['2026-03-03'], 'A list is not a point in time'],
		[Symbol('now'), 'A symbol is not a point in time'],
		[new Date(Number.NaN), 'An invalid date was given'],
		[DateTime.invalid('test'), 'An invalid date was given'],
	])('is refused: %p', (value, reason) => {
		expect(read(value)).toContain(reason);
		expect(read(value)).toMatch(/Use for example|Use the name of a place/);
	});

	test('may lie in any year from 1970 to 2200', () => {
		expect(read('1970-01-01')).toBe('1969-12-31T23:00:00.000Z');
		expect(read('2200-12-31 23:59')).toBe('2200-12-31T22:59:00.000Z');
	});

	test('is refused where the zone of the reader is none', () => {
		expect(read('2026-03-03', 'Mars/Olympus')).toBe('"Mars/Olympus" is not a time zone');
	});
});

describe('a day without a time', () => {
	test.each([
		['2026-03-03', '2026-03-02T23:00:00.000Z', '2026-03-03T23:00:00.000Z'],
		['20260303', '2026-03-02T23:00:00.000Z', '2026-03-03T23:00:00.000Z'],
		[20260303, '2026-03-02T23:00:00.000Z', '2026-03-03T23:00:00.000Z'],
		['2026-W10-2', '2026-03-02T23:00:00.000Z', '2026-03-03T23:00:00.000Z'],
		['2026-062', '2026-03-02T23:00:00.000Z', '2026-03-03T23:00:00.000Z'],
		['2026-03-29', '2026-03-28T23:00:00.000Z', '2026-03-29T22:00:00.000Z'],
		['2026-12-31', '2026-12-30T23:00:00.000Z', '2026-12-31T23:00:00.000Z'],
		['2026-03-03[Asia/Tokyo]', '2026-03-02T15:00:00.000Z', '2026-03-03T15:00:00.000Z'],
	])('%s is its start, or its end where it ends something', (day, start, end) => {
		expect(read(day)).toBe(start);
		expect(read(day, BERLIN, { endOfDay: true })).toBe(end);
	});

	test('begins at one where clocks skip midnight, with nothing to note', () => {
		expect(read('2026-04-24', 'Africa/Cairo')).toBe('2026-04-23T22:00:00.000Z');
		expect(note('2026-04-24', 'Africa/Cairo')).toBeUndefined();
		expect(note('2026-04-24T00:00', 'Africa/Cairo')).toContain('01:00 is used');
	});

	test('is not meant by midnight written out', () => {
		expect(read('2026-03-03T00:00', BERLIN, { endOfDay: true })).toBe('2026-03-02T23:00:00.000Z');
	});
});

describe('a note says what became of', () => {
	test('a time that clocks skip', () => {
		expect(read('2026-03-29T02:30')).toBe('2026-03-29T01:30:00.000Z');
		expect(note('2026-03-29T02:30', BERLIN)).toBe(
			'02:30 does not exist on 2026-03-29 in Europe/Berlin because clocks go forward; 03:30 is used',
		);
	});

	test('a time skipped into the next day', () => {
		expect(note('2026-03-28T23:30', 'America/Scoresbysund')).toContain(
			'; 2026-03-29 00:30 is used',
		);
		expect(note('2011-12-30T12:00:05', 'Pacific/Apia')).toContain('; 2011-12-31 12:00:05 is used');
	});

	test('a time that clocks show twice', () => {
		expect(read('2026-10-25T02:30')).toBe('2026-10-25T00:30:00.000Z');
		expect(note('2026-10-25T02:30', BERLIN)).toBe(
			'02:30 happens twice on 2026-10-25 in Europe/Berlin because clocks go back; ' +
				'the first (+02:00) is used; for the second write 2026-10-25T02:30+01:00',
		);
		expect(read('2026-10-25T02:30+01:00')).toBe('2026-10-25T01:30:00.000Z');
		expect(note('2026-10-25T02:30+01:00', BERLIN)).toBeUndefined();
	});
});

describe('a time zone', () => {
	test.each([
		['Europe/Berlin', 'Europe/Berlin'],
		[' europe/berlin ', 'Europe/Berlin'],
		['utc', 'UTC'],
		['Asia/Kolkata', 'Asia/Kolkata'],
		['Asia/Calcutta', 'Asia/Calcutta'],
		['Etc/GMT+5', 'Etc/GMT+5'],
	])('is read: %p', (value, zone) => {
		expect(readZone(value)).toEqual({ zone });
	});

	test.each([
		['+01:00', '"+01:00" is an offset, which does not follow clock changes'],
		['UTC+2', '"UTC+2" is an offset'],
		['GMT -5', '"GMT -5" is an offset'],
		['New York', '"New York" is not a time zone. Try "America/New_York"'],
		['berlin', '"berlin" is not a time zone. Try "Europe/Berlin"'],
		['local', '"local" is not a time zone. Use the name of a place such as "Europe/Berlin"'],
		['', 'No time zone was given. Use the name of a place'],
		[undefined, 'A time zone must be text. Use the name of a place'],
		[60, 'A time zone must be text'],
	])('is refused: %p', (value, reason) => {
		const reading = readZone(value);
		expect('refusal' in reading ? reading.refusal : reading.zone).toContain(reason);
	});
});
