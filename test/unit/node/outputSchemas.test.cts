import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { record } from '../../../contract/json.cts';
import { entries } from '../../../scripts/docs/form.cts';
import { merged, schemaOf, written } from '../../../scripts/docs/outputSchema.cts';
import { eventOutput } from '../../../scripts/docs/triggers.cts';

const folder = join(__dirname, '..', '..', '..', 'nodes', 'Meetergo', '__schema__');

/** The fields that n8n's editor shows before a run. */
function shownIn(file: string): string[] {
	const { properties } = record(JSON.parse(readFileSync(join(folder, file), 'utf8')));
	return Object.keys(record(properties));
}

it.each(entries.map(({ resource, operation }) => [resource, operation] as const))(
	'the editor knows what %s %# gives',
	(resource, { option, output, properties }) => {
		const shown = shownIn(join('v1.0.0', resource, `${String(option.value)}.json`));

		expect(shown).not.toEqual([]);
		const isSimplified = properties.some(({ name }) => name === 'output');
		if (isSimplified) expect(shown).toEqual(expect.arrayContaining(Object.keys(output)));
	},
);

it('the editor knows what triggers give', () => {
	expect(shownIn('v1.0.0.json').sort()).toEqual(Object.keys(eventOutput.output).sort());
});

it('fits whatever was seen', () => {
	const seen = [
		{ id: 1, tags: [] },
		{ id: 1.5, tags: ['a'], note: null },
		{ note: 'b', of: { c: true } },
	];

	expect(written(seen.map(schemaOf).reduce(merged))).toEqual({
		type: 'object',
		properties: {
			id: { type: 'number' },
			tags: { type: 'array', items: { type: 'string' } },
			note: { type: ['string', 'null'] },
			of: { type: 'object', properties: { c: { type: 'boolean' } } },
		},
	});
});
