import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { parse } from 'yaml';

const root = join(__dirname, '..', '..');
const api = join(root, 'nodes', 'Meetergo', 'api');

interface Schema {
	readonly properties?: Readonly<Record<string, Schema>>;
	readonly items?: Schema;
	readonly anyOf?: ReadonlyArray<{ readonly $ref: string }>;
}

const { schemas }: { schemas: Readonly<Record<string, Schema>> } = parse(
	readFileSync(join(root, 'contract', 'openapi.yaml'), 'utf8'),
).components;

/** What the contract says of a record. That of a list may have no name of its own. */
function schemaOf(name: string): Schema | undefined {
	const list = schemas[`${name}List`] ?? schemas[`${name}Page`];
	const rows = Object.values(list?.properties ?? {}).find(({ items }) => items?.properties);
	return schemas[name] ?? rows?.items;
}

/** The properties the contract knows for a record, alternatives included. */
function knownTo(name: string): string[] {
	const schema = schemaOf(name);
	const alternatives = (schema?.anyOf ?? []).map(({ $ref }) => $ref.split('/').at(-1) ?? '');
	return [...Object.keys(schema?.properties ?? {}), ...alternatives.flatMap(knownTo)];
}

interface Declared {
	readonly name: string;
	readonly properties: readonly string[];
}

/** The records a file declares. What extends a record, or none at all, is made of them by the node itself. */
function declaredIn(file: string): Declared[] {
	const text = readFileSync(join(api, file), 'utf8');
	const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
	return source.statements
		.filter(ts.isInterfaceDeclaration)
		.filter(({ heritageClauses }) => heritageClauses?.[0]?.types[0]?.getText() === 'IDataObject')
		.map((statement) => ({
			name: statement.name.text,
			properties: statement.members
				.filter(ts.isPropertySignature)
				.map((member) => member.name.getText(source)),
		}));
}

const declared = readdirSync(api).flatMap(declaredIn);

it('finds the records', () => {
	expect(declared.length).toBeGreaterThan(30);
});

it.each(declared)('reads of $name only what the contract knows', ({ name, properties }) => {
	expect(knownTo(name)).toEqual(expect.arrayContaining(properties));
});
