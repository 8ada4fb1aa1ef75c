import { slotText } from '../../../nodes/Meetergo/actions/availability/slotText';
import { type Instant, readInstant } from '../../../nodes/Meetergo/fields/instant';
import { language, type Language } from '../../../nodes/Meetergo/fields/language';

const VIENNA = 'Europe/Vienna';

function at(time: string, zone = VIENNA): Instant {
	const reading = readInstant(time, zone);
	if ('refusal' in reading) throw new Error(reading.refusal);
	return reading.instant;
}

interface Told {
	readonly language?: Language;
	readonly zone?: string;
	readonly from?: string;
	readonly until?: string;
}

/** The lines for some starts in March 2026. */
function told(starts: readonly string[], style: Told = {}): string[] {
	const { zone = VIENNA, from = '2026-03-01', until = '2026-04-01' } = style;
	const window = { from: at(from, zone), until: at(until, zone) };
	const text = slotText(
		starts.map((start) => at(start, zone)),
		{ language: style.language ?? 'en', zone, window },
	);
	return text.split('\n');
}

const three = ['2026-03-03T09:00', '2026-03-03T14:30', '2026-03-04T08:05'];

it('has a line a day, with the times in order', () => {
	expect(told(three)).toEqual(['Tue 3 March: 09:00, 14:30', 'Wed 4 March: 08:05']);
});

it('tells days and times of the zone', () => {
	expect(told(['2026-03-03T23:30:00Z', '2026-03-04T00:00:00Z'])).toEqual([
		'Wed 4 March: 00:30, 01:00',
	]);
	const zone = 'America/New_York';
	expect(told(['2026-03-03T23:30:00Z', '2026-03-04T05:00:00Z'], { zone })).toEqual([
		'Tue 3 March: 18:30',
		'Wed 4 March: 00:00',
	]);
});

describe('the year', () => {
	const turn = ['2026-12-31T09:00', '2027-01-04T10:00'];

	it('is there where the window holds two', () => {
		const lines = told(turn, { from: '2026-12-30', until: '2027-01-10' });
		expect(lines.map((line) => line.slice(-11))).toEqual(['2026: 09:00', '2027: 10:00']);
		expect(told(turn.slice(0, 1), { from: '2026-12-30', until: '2027-01-10' })[0]).toContain(
			'2026',
		);
	});

	it('is not where the window ends with it', () => {
		const window = { from: '2026-12-30', until: '2027-01-01' };
		expect(told(turn.slice(0, 1), window)).toEqual(['Thu 31 December: 09:00']);
	});

	it('is that of the zone', () => {
		const window = { from: '2026-12-31T22:00:00Z', until: '2026-12-31T23:30:00Z' };
		expect(told(['2026-12-31T22:30:00Z'], window)[0]).toContain('2026');
		expect(told(['2026-12-31T22:30:00Z'], { ...window, zone: 'UTC' })[0]).not.toContain('2026');
	});
});

describe('where clocks change', () => {
	const october = { from: '2026-10-20', until: '2026-10-31' };

	it('times that occur twice get their offset', () => {
		const night = ['23:30', '00:00', '00:30', '01:00', '01:30', '02:00'];
		const starts = night.map((time) => `2026-10-2${time > '12' ? 4 : 5}T${time}:00Z`);
		expect(told(starts, october)).toEqual([
			'Sun 25 October: 01:30, 02:00 (+02:00), 02:30 (+02:00), 02:00 (+01:00), 02:30 (+01:00), 03:00',
		]);
	});

	it('a single one of them gets it too', () => {
		expect(told(['2026-10-25T01:00:00Z'], october)).toEqual(['Sun 25 October: 02:00 (+01:00)']);
	});

	it('by half an hour only those half an hour long do', () => {
		const zone = 'Australia/Lord_Howe';
		const starts = ['14:00', '14:30', '15:00', '15:30'].map((time) => `2026-04-04T${time}:00Z`);
		expect(told(starts, { zone, from: '2026-04-01', until: '2026-04-10' })).toEqual([
			'Sun 5 April: 01:00, 01:30 (+11:00), 01:30 (+10:30), 02:00',
		]);
	});

	it('in spring nothing occurs twice', () => {
		expect(told(['2026-03-29T00:30:00Z', '2026-03-29T01:00:00Z'])).toEqual([
			'Sun 29 March: 01:30, 03:00',
		]);
	});
});

/** Of a Tuesday in March: how the weekday and the month begin, and what comes first. */
const languages: ReadonlyArray<readonly [Language, RegExp]> = [
	['da', /^tir\S* (d\S+ )?3\. marts\b.*: 09:00, 14:30$/],
	['de', /^Di\S* 3\. März\b.*: 09:00, 14:30$/],
	['en', /^Tue\S* 3 March\b.*: 09:00, 14:30$/],
	['es', /^mar\S* 3 de marzo\b.*: 09:00, 14:30$/],
	['fr', /^mar\S* 3 mars\b.*: 09:00, 14:30$/],
	['it', /^mar\S* 3 marzo\b.*: 09:00, 14:30$/],
	['nl', /^di\S* 3 maart\b.*: 09:00, 14:30$/],
	['no', /^tir\S* 3\. mars\b.*: 09:00, 14:30$/],
	['pl', /^wt\S* 3 marca\b.*: 09:00, 14:30$/],
	['sv', /^tis\S* 3 mars\b.*: 09:00, 14:30$/],
	['tr', /^3 Mart\b.* Sal\S*: 09:00, 14:30$/],
];

it('knows every language that the form offers', () => {
	const offered = language({ name: 'x', displayName: 'X', description: 'X' }).properties[0];
	const values = (offered?.options ?? []).flatMap((option) =>
		'value' in option ? option.value : [],
	);
	expect(new Set(values)).toEqual(new Set(languages.map(([code]) => code)));
});

describe.each(languages)('in %s', (code, line) => {
	it('days are written as people there do', () => {
		expect(told(three, { language: code })[0]).toMatch(line);
		const [dated] = told(three, { language: code, from: '2025-12-31' });
		expect(dated).toMatch(line);
		expect(dated).toMatch(/\b2026\b/);
	});

	it('each month has a name, and each weekday', () => {
		const starts = Array.from(
			{ length: 12 },
			(_, at) => `2026-${String(at + 1).padStart(2, '0')}-0${(at % 7) + 1}T09:00`,
		);
		const year = { language: code, from: '2026-01-01', until: '2027-01-01' };
		const names = told(starts, year).map((day) => day.replace(/: 09:00$/, '').replace(/\d/g, ''));
		expect(new Set(names).size).toBe(12);
		expect(names.filter((name) => !/\p{L}{2}.*\p{L}{3}|\p{L}{3}.*\p{L}{2}/u.test(name))).toEqual(
			[],
		);
	});

	it('a sentence says that nothing is free', () => {
		const [sentence] = told([], { language: code });
		expect(sentence).toMatch(/^\p{Lu}.{15,60}\.$/u);
	});
});

it('has a sentence of its own in each language', () => {
	expect(new Set(languages.map(([code]) => told([], { language: code })[0])).size).toBe(11);
});
