import { FACTS } from '../../../nodes/Meetergo/actions/output/told';
import { entries } from '../../../scripts/docs/form.cts';
import { operationsPage } from '../../../scripts/docs/pages.cts';

const named = entries.map(
	({ resource, operation }) => [`${resource}.${operation.option.value}`, operation] as const,
);
const simplified = named.filter(([, { properties }]) =>
	properties.some(({ name }) => name === 'output'),
);

it.each(named)('%s documents what it gives, each field once', (_name, { output, more }) => {
	expect(Object.keys(output)).not.toEqual([]);
	expect(Object.keys(more).filter((name) => name in output)).toEqual([]);
});

it.each(simplified)('%s simplifies to ten fields at most', (_name, { output }) => {
	expect(Object.keys(output).length).toBeLessThanOrEqual(10);
});

it('tells meanings as phrases without a full stop', () => {
	const texts = [FACTS, ...named.flatMap(([, { output, more }]) => [output, more])].flatMap(
		(meanings) => Object.values(meanings),
	);
	expect(texts.filter((text) => !/^\S.*[^.\s]$/.test(text))).toEqual([]);
});

describe('the page of operations', () => {
	const sections = operationsPage().split('\n## ');
	const rowsOf = (section: string) => section.split('\n').filter((line) => line.startsWith('| `'));

	it('begins with what any record may tell', () => {
		const rows = rowsOf(sections[0] ?? '');
		expect(rows).toHaveLength(Object.keys(FACTS).length);
		expect(rows).toContain(`| \`recovered\` | ${FACTS.recovered}. |`);
	});

	it('holds the output of every operation, what has to be selected last', () => {
		const page = sections.slice(1).map((section) => rowsOf(section).length);
		const table = named.map(([, { output, more }]) => Object.keys({ ...output, ...more }).length);
		expect(page).toEqual(table);
		const get = sections.find((section) => section.startsWith('Booking Get\n')) ?? '';
		const rows = rowsOf(get);
		expect(rows[0]).toBe('| `id` | ID of the booking. |');
		expect(rows).toContain('| `minutes` | Length in minutes (Selected Fields only). |');
		expect(rows.findIndex((row) => row.includes('Selected Fields only'))).toBe(10);
	});
});
