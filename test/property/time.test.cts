import fc from 'fast-check';
import { DateTime } from 'luxon';
import { readInstant, writeInstant, writeLocal } from '../../nodes/Meetergo/fields/instant';
import { readZone } from '../../nodes/Meetergo/fields/zone';
import { atScale } from '../scale.cts';
import { clockShows, transitions } from './clocks.cts';

const ZONES = [...Intl.supportedValuesOf('timeZone'), 'UTC'];
/** Few: offsets with seconds, a day that was left out, and the rules of today. */
const YEARS_WITH_ODD_RULES = atScale(
	[1971, 1981, 1988, 1994, 2011, 2024, 2026, 2039, 2150],
	[1971, 2011, 2026],
);
const MANY_CHANGES = atScale(500, 150);
const SECOND = 1000;
const MINUTE = 60 * SECOND;
const DAY = 24 * 60 * MINUTE;

const zones = fc.constantFrom(...ZONES);
const instants = fc
	.date({ min: new Date(DAY), max: new Date(Date.UTC(2200, 11, 30)), noInvalidDate: true })
	.map((date) => date.getTime());
/** Nobody's offset has had seconds since Liberia's, which ended in January 1972. */
const instantsWithWholeOffset = instants.filter((millis) => millis > Date.UTC(1972, 1, 1));
/** From where Unix times have ten and thirteen digits. */
const unixInstants = instants.filter((millis) => millis >= 1e12);

function read(value: unknown, zone: string, options = {}) {
	const reading = readInstant(value, zone, options);
	if ('refusal' in reading) throw new Error(`refused: ${reading.refusal}`);
	return { millis: reading.instant.toMillis(), note: reading.note };
}

function expectSentence(refusal: string) {
	expect(refusal).toMatch(/^["A-Zft]/);
	expect(refusal.length).toBeLessThan(200);
}

describe('every form of an instant', () => {
	const exact: Array<[string, (time: DateTime<true>) => unknown]> = [
		['luxon time', (time) => time],
		['JS date', (time) => time.toJSDate()],
		['what the API gets', (time) => writeInstant(time)],
		['what people get', (time) => writeLocal(time, time.zoneName)],
		['with its zone in brackets', (time) => time.toISO({ extendedZone: true })],
		['with a blank instead of T', (time) => time.toISO().replace('T', ' ')],
		['with a blank before the offset', (time) => time.toFormat('yyyy-MM-dd HH:mm:ss.SSS ZZ')],
		['in lower case', (time) => time.toISO().toLowerCase()],
		['without separators', (time) => time.toISO({ format: 'basic' })],
		['with a comma', (time) => time.toISO().replace('.', ',')],
		['with nanoseconds', (time) => time.toFormat("yyyy-MM-dd'T'HH:mm:ss.SSS'999999'ZZ")],
		['by week', (time) => `${time.toISOWeekDate()}T${time.toISOTime()}`],
		['by day of the year', (time) => `${time.toFormat('yyyy-ooo')}T${time.toISOTime()}`],
		['between blanks', (time) => ` ${time.toISO()}\n`],
	];

	test.each(exact)('%s', (_name, write) => {
		fc.assert(
			fc.property(zones, zones, instantsWithWholeOffset, (written, reader, millis) => {
				const time = DateTime.fromMillis(millis, { zone: written });
				if (!time.isValid) throw new Error('the generator made an invalid time');
				expect(read(write(time), reader)).toEqual({ millis, note: undefined });
			}),
		);
	});

	test('RFC 2822, to the second', () => {
		fc.assert(
			fc.property(zones, instantsWithWholeOffset, (zone, millis) => {
				const seconds = millis - (millis % SECOND);
				const text = DateTime.fromMillis(seconds, { zone }).toRFC2822();
				expect(read(text, 'UTC').millis).toBe(seconds);
			}),
		);
	});

	test('Unix times, as number and as text', () => {
		fc.assert(
			fc.property(unixInstants, (millis) => {
				const seconds = Math.floor(millis / SECOND);
				expect(read(millis, 'UTC').millis).toBe(millis);
				expect(read(String(millis), 'UTC').millis).toBe(millis);
				expect(read(seconds, 'UTC').millis).toBe(seconds * SECOND);
				expect(read(String(seconds), 'UTC').millis).toBe(seconds * SECOND);
				expect(read(millis / SECOND, 'UTC').millis).toBe(millis);
			}),
		);
	});
});

test('a local time is read where the clocks show it, in every zone', () => {
	for (const zone of ZONES) {
		fc.assert(
			fc.property(instants, (given) => {
				const millis = given - (given % SECOND);
				const local = clockShows(millis, zone);
				for (const text of [local, local.replace('T', ' ')]) {
					const reading = read(text, zone);
					expect(clockShows(reading.millis, zone)).toBe(local);
					if (reading.note === undefined) expect(reading.millis).toBe(millis);
					else expect(reading.millis).toBeLessThanOrEqual(millis);
				}
			}),
			{ numRuns: 4 },
		);
	}
});

test('a day is read as its first instant, and as the first of the next where it ends something', () => {
	fc.assert(
		fc.property(zones, instants, (zone, millis) => {
			const day = new Date(millis).toISOString().slice(0, 10);
			const nextDay = new Date(millis + DAY).toISOString().slice(0, 10);
			const start = read(day, zone);
			expect(start.note).toBeUndefined();
			expect(clockShows(start.millis, zone).slice(0, 10) >= day).toBe(true);
			expect(clockShows(start.millis - 1, zone).slice(0, 10) < day).toBe(true);
			expect(read(day, zone, { endOfDay: true })).toEqual(read(nextDay, zone));
			expect(read(day.replaceAll('-', ''), zone)).toEqual(start);
		}),
		{ numRuns: 1000 },
	);
});

describe('where clocks change, in every zone', () => {
	const changes = ZONES.flatMap((zone) =>
		YEARS_WITH_ODD_RULES.flatMap((year) => transitions(zone, year)),
	);
	const forward = changes.filter((change) => change.shift > 0);
	const back = changes.filter((change) => change.shift < 0);
	const local = (wall: number) => new Date(wall).toISOString().slice(0, 19);
	const within = (shift: number) => [0, Math.abs(shift) / 2, Math.abs(shift) - SECOND];

	test('there is something to test', () => {
		expect(forward.length).toBeGreaterThan(MANY_CHANGES);
		expect(back.length).toBeGreaterThan(MANY_CHANGES);
	});

	test('a skipped time moves forward by what was skipped, with a note', () => {
		for (const { zone, at, wallBefore, shift } of forward) {
			for (const into of within(shift)) {
				const reading = read(local(wallBefore + into), zone);
				expect([zone, reading.millis]).toEqual([zone, at + into]);
				expect(clockShows(reading.millis, zone)).toBe(local(wallBefore + into + shift));
				expect(reading.note).toContain(`in ${zone} because clocks go forward`);
			}
		}
	});

	test('a time shown twice is the first, and the note tells how to get the second', () => {
		for (const { zone, at, wallBefore, shift } of back) {
			for (const into of within(shift)) {
				const reading = read(local(wallBefore + shift + into), zone);
				expect([zone, reading.millis]).toEqual([zone, at + shift + into]);
				expect(reading.note).toContain(`in ${zone} because clocks go back`);
				const second = /for the second write (\S+)$/.exec(reading.note ?? '')?.[1];
				if (at > Date.UTC(1972, 1, 1)) expect(read(second, zone).millis).toBe(at + into);
			}
		}
	});

	test('the seconds around a change are read as they are', () => {
		for (const { zone, at, wallBefore, shift } of changes) {
			const [last, next] = [
				Math.min(wallBefore, wallBefore + shift),
				Math.max(wallBefore, wallBefore + shift),
			];
			const outside = [
				{ wall: last - SECOND, millis: at - SECOND + Math.min(shift, 0) },
				{ wall: next, millis: at + Math.max(-shift, 0) },
			];
			for (const { wall, millis } of outside) {
				expect(read(local(wall), zone)).toEqual({ millis, note: undefined });
			}
		}
	});
});

describe('whatever is given', () => {
	const anything = fc.oneof(
		fc.anything({
			withBigInt: true,
			withDate: true,
			withMap: true,
			withNullPrototype: true,
			withObjectString: true,
			withSet: true,
			withSparseArray: true,
			withTypedArray: true,
		}),
		fc.string({ unit: 'binary' }),
		fc.double(),
		fc.stringMatching(/^[-+0-9TtZz:., W[\]/A-Za-z]{0,40}$/),
		fc.stringMatching(
			/^\d{4}-?[W0-9]\d-?\d{1,3}[Tt ]\d\d(:?\d\d){0,2}([.,]\d{1,12})?([zZ]|[+-]\d\d(:?\d\d)?)?$/,
		),
		fc.record({
			isLuxonDateTime: fc.constant(true),
			valueOf: fc.anything(),
			toMillis: fc.anything(),
		}),
	);

	test('a point in time is read or refused, never thrown', () => {
		fc.assert(
			fc.property(anything, zones, fc.boolean(), (value, zone, endOfDay) => {
				const reading = readInstant(value, zone, { endOfDay });
				if ('refusal' in reading) {
					expectSentence(reading.refusal);
				} else {
					expect(reading.instant.isValid).toBe(true);
					expect(reading.instant.year).toBeGreaterThanOrEqual(1970);
					expect(reading.instant.year).toBeLessThanOrEqual(2200);
				}
			}),
			{ numRuns: 5000 },
		);
	});

	test('a zone is read or refused, never thrown', () => {
		fc.assert(
			fc.property(anything, (value) => {
				const reading = readZone(value);
				if ('refusal' in reading) expectSentence(reading.refusal);
				else expect(DateTime.now().setZone(reading.zone).isValid).toBe(true);
			}),
			{ numRuns: 1000 },
		);
	});

	test('every zone of the runtime is read, in any case', () => {
		for (const zone of ZONES) {
			expect(readZone(zone)).toEqual({ zone });
			expect(readZone(` ${zone.toUpperCase()} `)).toEqual({ zone });
		}
	});
});
