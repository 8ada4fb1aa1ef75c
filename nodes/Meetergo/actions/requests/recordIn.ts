import type { IDataObject } from 'n8n-workflow';
import { isObject } from '../../transport/isObject';

/**
 * Takes a record out of an answer, which may hold something else or nothing.
 * @param keys properties without which it is not that record
 */
export function recordIn<T extends IDataObject>(
	answer: unknown,
	...keys: ReadonlyArray<keyof T & string>
): T | undefined {
	const isIt = isObject(answer) && keys.every((key) => (answer[key] ?? undefined) !== undefined);
	return isIt ? (answer as T) : undefined;
}
