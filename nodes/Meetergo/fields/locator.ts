import type { INodeProperties, INodePropertyMode } from 'n8n-workflow';
import { isId } from '../transport/path';
import { isEmail, type Label } from './basic';
import { type Field, type Form, isBlank, shown } from './field';
import { isObject } from '../transport/isObject';

/** A web address; browsers show it without its scheme, so people copy it so. */
const ADDRESS = /^(?:https?:\/\/|[\w-]+(?:\.[\w-]+)+\/)\S+$/i;
const OPAQUE = /^[^\s/?#]{1,200}$/;

/** What a locator points at: a record's id, or its public address. */
export type Reference = { readonly id: string } | { readonly url: string };

/** A person's record, by its id or by mail address. */
export type PersonReference = { readonly id: string } | { readonly email: string };

interface LocatorSpec {
	readonly label: Label;
	/** What is being looked for, as in "is no meeting type ID". */
	readonly noun: string;
	/** Name of the list-search method that fills *From List*. */
	readonly search: string;
	/** An id of these records, where the API does not use UUIDs for them or leaves their form open. */
	readonly opaqueId?: string;
}

/** A way to point at a record by text. */
type TextMode = Pick<INodePropertyMode, 'displayName' | 'name' | 'placeholder'>;

function property(spec: LocatorSpec, ...more: TextMode[]): INodeProperties {
	const example = spec.opaqueId ?? '9a7e4d10-53c2-4f0b-8b6d-2c1e7f5a8d33';
	const byId = { displayName: 'By ID', name: 'id', placeholder: `e.g. ${example}` };
	return {
		...spec.label,
		type: 'resourceLocator',
		default: { mode: 'list', value: '' },
		modes: [
			{
				displayName: 'From List',
				name: 'list',
				type: 'list',
				placeholder: `Select a ${spec.noun}...`,
				typeOptions: { searchListMethod: spec.search, searchable: true },
			},
			...[byId, ...more].map((mode) => ({ ...mode, type: 'string' as const })),
		],
	};
}

/** n8n stores `{ mode, value }`; an expression over the whole field may give the value alone. */
function located(form: Form, name: string): unknown {
	const given = form.value(name);
	return isObject(given) && 'value' in given ? given.value : given;
}

function readId(
	form: Form,
	{
		label,
		noun,
		opaqueId,
		search,
	}: Pick<LocatorSpec, 'label' | 'noun' | 'opaqueId'> & Partial<Pick<LocatorSpec, 'search'>>,
): string | undefined {
	const value = located(form, label.name);
	if (isBlank(value)) return undefined;
	if (opaqueId !== undefined && isOpaqueId(value)) return String(value).trim();
	if (typeof value === 'string' && isId(value.trim())) return value.trim().toLowerCase();
	const example = opaqueId ?? '9a7e4d10-53c2-4f0b-8b6d-2c1e7f5a8d33';
	const way = search === undefined ? '' : `; choose From List to pick a ${noun}`;
	return form.refuse(
		label.displayName,
		`${shown(value)} is no ${noun} ID. An ID looks like ${example}${way}`,
	);
}

/** An id of unknown form: one word, or a number. */
function isOpaqueId(value: unknown): boolean {
	return typeof value === 'number' || (typeof value === 'string' && OPAQUE.test(value.trim()));
}

/** The id of a record, as text among the options. */
export function optionalId(label: Label & { readonly noun: string }): Field<string | undefined> {
	const { noun, ...visible } = label;
	const placeholder = 'e.g. e81f5a27-94b3-4d6e-a0c8-3b5d7f9e1a55';
	return {
		properties: [{ ...visible, type: 'string', default: '', placeholder }],
		read: (form) => readId(form, { label, noun }),
	};
}

/** Points at a record that need not be chosen. */
export function optionalLocator(spec: LocatorSpec): Field<string | undefined> {
	return { properties: [property(spec)], read: (form) => readId(form, spec) };
}

/** Points at a record by its id. */
export function locator(spec: LocatorSpec): Field<string> {
	const { label, noun } = spec;
	return {
		properties: [{ ...property(spec), required: true }],
		read: (form) =>
			readId(form, spec) ?? form.refuse(label.displayName, `choose a ${noun}, or give its ID`),
	};
}

/** Points at a record by its id or its public web address. */
export function locatorWithUrl(
	spec: LocatorSpec & { readonly exampleUrl: string },
): Field<Reference> {
	const { label, noun, exampleUrl } = spec;
	const byUrl = { displayName: 'By URL', name: 'url', placeholder: `e.g. ${exampleUrl}` };
	return {
		properties: [{ ...property(spec, byUrl), required: true }],
		read(form) {
			const value = located(form, label.name);
			if (typeof value === 'string' && ADDRESS.test(value.trim())) return { url: value.trim() };
			const id = readId(form, spec);
			return id === undefined
				? form.refuse(label.displayName, `choose a ${noun}, or give its ID or address`)
				: { id };
		},
	};
}

/** Points at a person's record by its id or mail address. */
export function locatorWithEmail(
	spec: LocatorSpec & { readonly exampleEmail: string },
): Field<PersonReference> {
	const { label, noun, exampleEmail } = spec;
	const byEmail = { displayName: 'By Email', name: 'email', placeholder: `e.g. ${exampleEmail}` };
	return {
		properties: [{ ...property(spec, byEmail), required: true }],
		read(form) {
			const value = located(form, label.name);
			if (typeof value === 'string' && isEmail(value.trim())) return { email: value.trim() };
			const id = readId(form, spec);
			return id === undefined
				? form.refuse(label.displayName, `choose a ${noun}, or give its ID or mail address`)
				: { id };
		},
	};
}
