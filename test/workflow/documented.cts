import { existsSync, readFileSync } from 'node:fs';
import Ajv, { type ValidateFunction } from 'ajv';
import type { INodeParameters } from 'n8n-workflow';
import type { RunNodeResult } from '../../engine/runNode.cts';
import { FACTS } from '../../nodes/Meetergo/actions/output/told';
import { entries, nameOf } from '../../scripts/docs/form.cts';
import { schemaFileOf } from '../../scripts/docs/outputs.cts';
import { isRecording, record } from './recording.cts';

/** Fails where records hold something else than their operation documents, or are not flat when simplified. */
export function expectDocumented(parameters: INodeParameters, { items }: RunNodeResult): void {
	const { resource, operation: value, output: mode = 'simplified' } = parameters;
	const entry = entries.find(
		(one) => one.resource === resource && one.operation.option.value === value,
	);
	if (entry === undefined || mode !== 'simplified') return;
	const { output, properties } = entry.operation;
	const isSimplified = properties.some(({ name }) => name === 'output');
	const records = items.map(({ json }) => json).filter((json) => !('error' in json));
	const documented = Object.keys(output);
	const others = records.filter((json) => {
		const own = Object.keys(json).filter((name) => name in output || !(name in FACTS));
		if (!isSimplified) return own.some((name) => !documented.includes(name));
		const isFlat = Object.values(json).every((held) => typeof held !== 'object' || held === null);
		return !isFlat || own.join() !== documented.join();
	});
	// One assertion for all: one for each costs a long list most of its time.
	expect({ others, documented }).toEqual({ others: [], documented });
	const name = nameOf(entry);
	if (isRecording) record(name, records);
	else expectPreviewed(name, records);
}

const ajv = new Ajv({ allowUnionTypes: true });
const validators = new Map<string, ValidateFunction | undefined>();

/** Fails where the editor would show other fields before a run than there are after it. */
function expectPreviewed(name: string, records: readonly unknown[]): void {
	if (!validators.has(name)) {
		const file = schemaFileOf(name);
		const schema = existsSync(file) ? closed(JSON.parse(readFileSync(file, 'utf8'))) : undefined;
		validators.set(name, schema && ajv.compile(schema));
	}
	const validate = validators.get(name);
	if (validate === undefined) return;
	const wrong = records
		.filter((json) => !validate(json))
		.map((json) => ({ json, errors: validate(json) ? [] : validate.errors }));
	const ifMeant = `npm run docs -- --outputs=${name}`;
	expect({ wrong, ifMeant }).toEqual({ wrong: [], ifMeant });
}

/** What any record may tell is no matter of its own schema, which shows it where tests have seen it. */
const facts = Object.fromEntries(Object.keys(FACTS).map((name) => [name, {}]));

/** The same schema, which takes nothing that it does not name; what meetergo does not tell is `null`. */
function closed(schema: { readonly properties?: Readonly<Record<string, Typed>> }): object {
	if (schema.properties === undefined) return schema;
	const properties = Object.entries(schema.properties).map(([name, property]) => [
		name,
		{ ...property, type: [...new Set([property.type, 'null'].flat())] },
	]);
	return {
		...schema,
		properties: { ...facts, ...Object.fromEntries(properties) },
		additionalProperties: false,
	};
}

interface Typed {
	readonly type: string | readonly string[];
}
