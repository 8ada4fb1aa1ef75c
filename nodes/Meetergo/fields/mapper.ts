import type { ResourceMapperField } from 'n8n-workflow';
import { type Label, withoutPlaceholder } from './basic';
import { type Field, type Form, isBlank } from './field';
import { isObject } from '../transport/isObject';
import { readRecord } from './labelledTexts';

interface Spec extends Label {
	/** Name of the resource-mapping method that tells the fields. */
	readonly method: string;
	/** The parameter whose change loads the fields anew. */
	readonly dependsOn: string;
	/** What one of the fields is called. */
	readonly noun: string;
}

/** A field as the editor last loaded it; a workflow may hold anything. */
export type MappedField = Partial<ResourceMapperField> & Pick<ResourceMapperField, 'id'>;

/** What a person filled into fields that come from the service itself. */
export interface Mapped {
	/** By the ids of the fields; what was left empty is not there. */
	readonly values: Readonly<Record<string, unknown>>;
	/** None where an expression gives the values. */
	readonly fields: readonly MappedField[];
}

/**
 * Fields that are known only once something else is chosen. Those that are not required are added one by one: n8n stores a
 * switch that was never touched as "off".
 */
export function mapper(spec: Spec): Field<Mapped> {
	const { method, dependsOn, noun, ...label } = spec;
	return {
		properties: [
			{
				...withoutPlaceholder(label),
				type: 'resourceMapper',
				default: { mappingMode: 'defineBelow', value: null },
				typeOptions: {
					loadOptionsDependsOn: [dependsOn],
					resourceMapper: {
						resourceMapperMethod: method,
						mode: 'add',
						valuesLabel: label.displayName,
						fieldWords: { singular: noun, plural: `${noun}s` },
						addAllFields: false,
						supportAutoMap: false,
					},
				},
			},
		],
		read: (form) => readMapped(form, label),
	};
}

function readMapped(form: Form, label: Label): Mapped {
	const given = readRecord(form, label);
	const isStored = 'mappingMode' in given && 'value' in given;
	const fields = isStored && Array.isArray(given.schema) ? given.schema.filter(isMappedField) : [];
	const hidden = new Set(fields.filter(({ removed }) => removed).map(({ id }) => id));
	const values = isStored ? given.value : given;
	const filled = Object.entries(isObject(values) ? values : {}).filter(
		([id, value]) => !isBlank(value) && !hidden.has(id),
	);
	return { values: Object.fromEntries(filled), fields };
}

function isMappedField(value: unknown): value is MappedField {
	return isObject(value) && typeof value.id === 'string';
}
