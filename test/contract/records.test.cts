import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { parse } from 'yaml';

const root = join(__dirname, '..', '..');
const records = join(root, 'nodes', 'Meetergo', 'api', 'records.ts');

interface Schema {
	readonly properties?: Readonly<Record<string, unknown>>;
	readonly additionalProperties?: unknown;
	readonly anyOf?: ReadonlyArray<{ readonly $ref: string }>;
}

const { schemas }: { schemas: Readonly<Record<string, Schema>> } = parse(
	readFileSync(join(root, 'contract', 'openapi.yaml'), 'utf8'),
).components;

/** The properties the contract knows for a schema, alternatives included. */
function knownTo(name: string): string[] {
	const schema = schemas[name];
	const alternatives = (schema?.anyOf ?? []).map(({ $ref }) => $ref.split('/').at(-1) ?? '');
	return [...Object.keys(schema?.properties ?? {}), ...alternatives.flatMap(knownTo)];
}

const source = ts.createSourceFile(
	records,
	readFileSync(records, 'utf8'),
	ts.ScriptTarget.Latest,
	true,
);

const declared = source.statements.filter(ts.isInterfaceDeclaration).map((statement) => ({
	name: statement.name.text,
	properties: statement.members
		.filter(ts.isPropertySignature)
		.map((member) => member.name.getText(source)),
}));

it('finds the records', () => {
	expect(declared.length).toBeGreaterThan(10);
});

it.each(declared)('reads of $name only what the contract knows', ({ name, properties }) => {
	expect(Object.keys(schemas)).toContain(name);
	expect(knownTo(name)).toEqual(expect.arrayContaining(properties));
});
