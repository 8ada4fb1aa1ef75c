import { readInstant } from '../../../nodes/Meetergo/fields/instant';
import {
	isWished,
	narrowing,
} from '../../../nodes/Meetergo/actions/booking/nextFree/slotPreferences';

function instant(text: string) {
	const reading = readInstant(text, 'UTC');
	if ('refusal' in reading) throw new Error(reading.refusal);
	return reading.instant;
}

/** A slot of half an hour, unless told otherwise. */
function slot(text: string, minutes = 30) {
	const start = instant(text);
	return { start, end: start.plus({ minutes }), spotsLeft: 1 };
}

const vienna = 'Europe/Vienna';

describe('the hours count on the clocks of the zone', () => {
	it.each([
		['the winter, at the first minute', '2026-03-28T08:00Z', true],
		['the winter, a minute early', '2026-03-28T07:59Z', false],
		['the winter, to the last minute', '2026-03-28T10:30Z', true],
		['the winter, a minute late', '2026-03-28T10:31Z', false],
		['the summer, at the first minute', '2026-03-29T07:00Z', true],
		['the summer, a minute early', '2026-03-29T06:59Z', false],
		['the summer, to the last minute', '2026-03-29T09:30Z', true],
		['the summer, a minute late', '2026-03-29T09:31Z', false],
		['the winter again', '2026-10-25T08:00Z', true],
		['the winter again, as in summer', '2026-10-25T07:30Z', false],
	])('in %s', (_when, start, fits) => {
		expect(isWished(slot(start), { fromTime: '09:00', untilTime: '12:00' }, vienna)).toBe(fits);
	});

	it.each([
		['that leaps over the skipped hour ends by the clock', '2026-03-29T00:45Z', '03:15', true],
		['that leaps over the skipped hour may be too late', '2026-03-29T00:45Z', '03:00', false],
		['in the hour that comes twice fits both times: first', '2026-10-25T00:00Z', '02:30', true],
		['in the hour that comes twice fits both times: then', '2026-10-25T01:00Z', '02:30', true],
	])('a slot %s', (_what, start, untilTime, fits) => {
		expect(isWished(slot(start), { untilTime }, vienna)).toBe(fits);
	});
});

it('a slot that ends on the next day is not over in time', () => {
	const late = slot('2026-03-03T22:45Z');
	expect(isWished(late, { fromTime: '20:00' }, vienna)).toBe(true);
	expect(isWished(late, { untilTime: '23:59' }, vienna)).toBe(false);
});

it('a slot without an end is judged by its start', () => {
	const endless = { ...slot('2026-03-03T11:00Z'), end: undefined };
	expect(isWished(endless, { untilTime: '12:00' }, vienna)).toBe(true);
	expect(isWished(endless, { untilTime: '11:59' }, vienna)).toBe(false);
});

it('the day is that of the zone', () => {
	const start = slot('2026-03-01T23:30Z');
	expect(isWished(start, { weekdays: ['monday'] }, vienna)).toBe(true);
	expect(isWished(start, { weekdays: ['sunday'] }, vienna)).toBe(false);
	expect(isWished(start, { weekdays: ['monday', 'sunday'] }, 'UTC')).toBe(true);
});

it('what is not set leaves nothing out, and is not told', () => {
	expect(isWished(slot('2026-03-01T23:30Z'), {}, vienna)).toBe(true);
	expect(narrowing({ chooseBy: 'earliest', whenNoneLeft: 'empty', noticeHours: 0 })).toEqual([]);
});
