import { drawRecords } from '../../../scripts/start/table.cts';

it('draws a column a field, objects inside as columns of their own', () => {
	const records = [
		{ name: 'Ada', host: { name: 'Lena', tags: ['a', 'b'] }, seats: 2 },
		{ name: 'Grace', seats: 3, late: true },
	];

	expect(drawRecords(records, 100)).toBe(
		[
			'┌───────┬───────────┬───────────┬───────┬──────┐',
			'│ name  │ host.name │ host.tags │ seats │ late │',
			'├───────┼───────────┼───────────┼───────┼──────┤',
			'│ Ada   │ Lena      │ ["a","b"] │ 2     │      │',
			'│ Grace │           │           │ 3     │ true │',
			'└───────┴───────────┴───────────┴───────┴──────┘',
		].join('\n'),
	);
});

it('shows ten rows and counts the others', () => {
	const records = Array.from({ length: 50 }, (_, number) => ({ number }));

	const lines = drawRecords(records, 100).split('\n');

	expect(lines.filter((line) => /│ \d/.test(line))).toHaveLength(10);
	expect(lines.at(-1)).toBe('... and 40 more');
});

it.each([20, 40, 80])('keeps within %d characters and names the fields left out', (width) => {
	const record = Object.fromEntries(
		Array.from({ length: 20 }, (_, number) => [`field${number}`, 'value '.repeat(number + 1)]),
	);

	const lines = drawRecords([record], width).split('\n');

	for (const line of lines) expect(line.length).toBeLessThanOrEqual(width);
	expect(lines.at(-1)).toMatch(/^also: field/);
});

it('leaves out fields that are empty everywhere', () => {
	const records = [
		{ a: null, b: 1 },
		{ a: '', b: 2 },
	];

	const drawn = drawRecords(records, 100);

	expect(drawn).toContain('│ b │');
	expect(drawn).toMatch(/also: a$/);
});

it('shortens ids and times', () => {
	const drawn = drawRecords(
		[{ id: '9a7e4d10-53c2-4f0b-8b6d-2c1e7f5a8d33', start: '2026-03-02T09:00:00.000+01:00' }],
		100,
	);

	expect(drawn).toContain('│ 9a7e4d10… │ 2026-03-02 09:00 +01:00 │');
});

it('lets no data move the cursor or break a row', () => {
	const drawn = drawRecords([{ note: 'one\r\ntwo\u001b[31m red' }], 100);

	expect(drawn).toContain('│ one two [31m red │');
});

it('says that there are no fields', () => {
	expect(drawRecords([{}], 100)).toBe('(no fields)');
});
