import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { FACTS } from '../../nodes/Meetergo/actions/output/told';
import { isObject } from '../../engine/isObject.cts';
import { entries, nameOf } from './form.cts';
import { eventOutput } from './triggers.cts';

const SCHEMAS = join(__dirname, '..', '..', 'nodes', 'Meetergo', '__schema__', 'v1.0.0');

/** The name of what the triggers give: they have neither resources nor operations. */
export const TRIGGERS = 'triggers';

/** Every output that has a schema, by name, with the names of the fields that it documents. */
const documented: ReadonlyMap<string, readonly string[]> = new Map([
	...entries.map((entry) => [nameOf(entry), Object.keys(entry.operation.output)] as const),
	[TRIGGERS, Object.keys(eventOutput.output)],
]);

/** Every output that has a schema: `<resource>.<operation>`, and `TRIGGERS`. */
export const outputNames: readonly string[] = [...documented.keys()];

/** The fields of an output in the order in which a schema names them: as documented, then what any record may tell besides. */
export function fieldsInOrder(name: string): readonly string[] {
	return [...(documented.get(name) ?? []), ...Object.keys(FACTS)];
}

/** Where n8n looks for the schema of an output. */
export function schemaFileOf(name: string): string {
	return name === TRIGGERS ? `${SCHEMAS}.json` : join(SCHEMAS, `${name.replace('.', '/')}.json`);
}

/** The outputs whose schema is missing, or shows other fields than they document. */
export function staleOutputs(): string[] {
	return [...documented].flatMap(([name, fields]) => {
		const file = schemaFileOf(name);
		if (!existsSync(file)) return [name];
		return isStale(fields, JSON.parse(readFileSync(file, 'utf8'))) ? [name] : [];
	});
}

/** Whether a schema shows other fields than an operation documents. What any record may tell besides is its own matter. */
export function isStale(fields: readonly string[], schema: unknown): boolean {
	const shown =
		isObject(schema) && isObject(schema.properties) ? Object.keys(schema.properties) : [];
	const isMissing = fields.some((name) => !shown.includes(name));
	return isMissing || shown.some((name) => !fields.includes(name) && !(name in FACTS));
}

/** The schemas of operations that are gone. */
export function leftoverSchemas(): string[] {
	const wanted = new Set(outputNames.map(schemaFileOf));
	return readdirSync(SCHEMAS, { recursive: true, encoding: 'utf8' })
		.filter((file) => file.endsWith('.json'))
		.map((file) => join(SCHEMAS, file))
		.filter((file) => !wanted.has(file));
}

/** What the command line asks to record: the outputs that it names, all of them, or else those that are stale. */
export function outputsToRecord(given: readonly string[], stale = staleOutputs): readonly string[] {
	const option = given.find((text) => text.split('=')[0] === '--outputs');
	if (option === undefined) return stale();
	const named = option.split('=')[1]?.split(',') ?? outputNames;
	const unknown = named.find((name) => !outputNames.includes(name));
	if (unknown === undefined) return named;
	throw new Error(
		`There is no output "${unknown}". Name operations as in booking.get, or ${TRIGGERS}`,
	);
}
