import type { IDisplayOptions, INodeProperties } from 'n8n-workflow';

/** What the user filled in for one item, and how to talk back about it. */
export interface Form {
	/** What was entered under this parameter name; `undefined` where nothing was. */
	value(name: string): unknown;
	/** Whether the user added this field of a collection, even if its expression gives nothing. */
	has(name: string): boolean;
	/** The form inside a collection, and which of its fields the user added. */
	within(collection: string): Form;
	/**
	 * The forms of the rows that the user added to one group of a fixed collection.
	 * @param rowName what refusals call a row, where a collection has several kinds
	 */
	rows(collection: string, group: string, rowName?: string): readonly Form[];
	/** IANA zone in which times without an offset are meant, and in which times are shown. */
	readonly zone: string;
	/** An agent has to fill every field it is given, and leaves open what it does not mean. */
	readonly byAgent: boolean;
	/** Tells the user something about a value that was accepted. */
	note(text: string): void;
	/**
	 * Ends the reading of this item.
	 * @param displayName the field to mend, as the user sees it
	 * @param reason what is wrong with the value and what would be right
	 */
	refuse(displayName: string, reason: string): never;
}

/** The same form, with local times meant in another zone. */
export function inZone(form: Form, zone: string): Form {
	return {
		value: (name) => form.value(name),
		has: (name) => form.has(name),
		within: (collection) => inZone(form.within(collection), zone),
		rows: (...which) => form.rows(...which).map((row) => inZone(row, zone)),
		zone,
		byAgent: form.byAgent,
		note: (text) => form.note(text),
		refuse: (displayName, reason) => form.refuse(displayName, reason),
	};
}

/** A part of a form: the properties n8n shows, and how one item's value is read from them. */
export interface Field<T> {
	readonly properties: readonly INodeProperties[];
	/** Inside a collection: is read as soon as it is added, even without a value; with `ofPeople` an agent may leave it open. */
	readonly demandsValue?: 'always' | 'ofPeople';
	/** Checks and converts; refuses by the field's display name. */
	read(form: Form): T;
}

export type Fields = Readonly<Record<string, Field<unknown>>>;

/** What reading some fields gives: this is where an operation's arguments get their types. */
export type Values<F extends Fields> = {
	readonly [K in keyof F]: F[K] extends Field<infer T> ? T : never;
};

/** Reads one item's values, in the order of the form. */
export function readFields<F extends Fields>(fields: F, form: Form): Values<F> {
	const entries = Object.entries(fields).map(([name, field]) => [name, field.read(form)]);
	return Object.fromEntries(entries) as Values<F>;
}

/** The properties of some fields, in the order of the form. */
export function propertiesOf(fields: Fields): INodeProperties[] {
	return Object.values(fields).flatMap((field) => field.properties);
}

/** The same field, which must not be left empty. */
export function required<T>(field: Field<T | undefined>, displayName: string): Field<T> {
	return {
		properties: field.properties.map((property) => ({ ...property, required: true })),
		read: (form) => field.read(form) ?? form.refuse(displayName, 'must not be empty'),
	};
}

/** The same field, shown only where other fields of the form have these values. */
export function shownWhere<T>(field: Field<T>, where: IDisplayOptions): Field<T> {
	return {
		...field,
		properties: field.properties.map((property) => ({
			...property,
			displayOptions: {
				...property.displayOptions,
				...where,
				...(where.show && { show: { ...where.show, ...property.displayOptions?.show } }),
			},
		})),
	};
}

/** The same field, which n8n does not show where the node is the tool of an agent, as it has no use there. */
export function notForAgents<T>(field: Field<T>): Field<T> {
	return shownWhere(field, { hide: { '@tool': [true] } });
}

/** How a value is shown inside an error text: shortened, so that a whole record does not end up there. */
export function shown(value: unknown): string {
	const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? String(value));
	return text.length > 40 ? `"${text.slice(0, 40)}..."` : `"${text}"`;
}

/** Whether a value says nothing: n8n stores '' for an untouched field, an agent sends null. */
export function isBlank(value: unknown): boolean {
	return (
		value === undefined || value === null || (typeof value === 'string' && value.trim() === '')
	);
}

/** What a text means as JSON; `undefined` where it is none. */
export function parseJson(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}
