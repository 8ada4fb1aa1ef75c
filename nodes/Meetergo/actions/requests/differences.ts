import type { IDataObject } from 'n8n-workflow';
import { isObject } from '../../transport/isObject';
import { notKept } from './notKept';

/**
 * What of a body has to be written so that a record holds it: nothing where it does already.
 * @param groups properties that a write completes; any other is written as a whole
 */
export function differences(
	body: IDataObject,
	record: IDataObject,
	groups: readonly string[] = [],
): IDataObject {
	const different = Object.entries(body).filter(
		([name, value]) => notKept({ [name]: value }, record).length > 0,
	);
	return Object.fromEntries(
		different.map(([name, value]) => [
			name,
			groups.includes(name) ? differences(group(value), group(record[name])) : value,
		]),
	);
}

/** A record as a write would leave it, for all we know. */
export function written<R extends IDataObject>(
	record: R,
	body: IDataObject,
	groups: readonly string[] = [],
): R {
	const completed = Object.entries(body).map(([name, value]) => [
		name,
		groups.includes(name) ? { ...group(record[name]), ...group(value) } : value,
	]);
	return { ...record, ...Object.fromEntries(completed) };
}

function group(value: unknown): IDataObject {
	return isObject(value) ? value : {};
}
