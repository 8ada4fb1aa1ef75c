import { drawReport, figuresOf } from '../../../bench/report.cts';
import { reaches, type Row } from '../../../bench/row.cts';

const rows: readonly Row[] = [
	{
		key: 'limit.ratio',
		what: 'Time against the best',
		goal: { atMost: 1.05 },
		value: 1.0234567,
		compared: [{ key: 'limit.ratio.loop', what: 'plain loop', value: 0.0123456 }],
	},
	{
		key: 'burst.speedup',
		what: 'Against one at a time',
		goal: { atLeast: 4 },
		value: 3.9,
		compared: [],
	},
];

it.each([
	[1.05, { atMost: 1.05 }, true],
	[1.06, { atMost: 1.05 }, false],
	[4, { atLeast: 4 }, true],
	[3.9, { atLeast: 4 }, false],
	[NaN, { atMost: 1 }, false],
	[NaN, { atLeast: 1 }, false],
])('tells whether %d reaches %j', (value, goal, reached) => {
	expect(reaches(value, goal)).toBe(reached);
});

it('gives the figures as one flat object, in the order of the rows', () => {
	expect(Object.entries(figuresOf(rows))).toEqual([
		['limit.ratio', 1.023],
		['limit.ratio.loop', 0.0123],
		['burst.speedup', 3.9],
	]);
});

it('draws a line for each row, and says which ones miss', () => {
	const report = drawReport(rows);
	expect(report).toMatch(/limit\.ratio .* 1\.023 .* <= 1\.05 .* yes .* plain loop: 0\.0123/);
	expect(report).toMatch(/burst\.speedup .* 3\.9 .* >= 4 .* NO /);
	expect(report).toMatch(/1 of 2 rows reach their goal\. Missed: burst\.speedup$/);
});

it('names none when all are reached', () => {
	expect(drawReport(rows.slice(0, 1))).toMatch(/1 of 1 rows reach their goal\.$/);
});
