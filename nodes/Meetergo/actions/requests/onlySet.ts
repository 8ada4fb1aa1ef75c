import type { IDataObject } from 'n8n-workflow';

/** The same object without what is `undefined`. */
export function onlySet(values: IDataObject): IDataObject {
	return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
}

/** A group of values under a name, or nothing where none of them is set. */
export function group(name: string, values: IDataObject): IDataObject {
	const set = onlySet(values);
	return Object.keys(set).length === 0 ? {} : { [name]: set };
}

/** The values of these names, as far as there are any. */
export function only(values: IDataObject, ...names: readonly string[]): IDataObject {
	return Object.fromEntries(Object.entries(values).filter(([name]) => names.includes(name)));
}

/** The same object without the values of these names. */
export function without(values: IDataObject, ...names: readonly string[]): IDataObject {
	return Object.fromEntries(Object.entries(values).filter(([name]) => !names.includes(name)));
}
