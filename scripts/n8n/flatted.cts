import { isRecord } from '../../contract/json.cts';

/**
 * Reads what n8n stores of an execution: a list of values in which each text inside another value is the
 * number of the value that belongs there.
 */
export function parseFlatted(text: string): unknown {
	const flat: unknown = JSON.parse(text);
	if (!Array.isArray(flat)) throw new Error('Not an execution as n8n stores it.');
	const values: readonly unknown[] = flat;
	const made = new Map<number, unknown>();

	const valueAt = (index: number): unknown => {
		if (made.has(index)) return made.get(index);
		const value = values[index];
		if (Array.isArray(value)) {
			const copy: unknown[] = [];
			// Before its contents: they may lead back to it.
			made.set(index, copy);
			copy.push(...value.map(follow));
			return copy;
		}
		if (!isRecord(value)) return value;
		const copy: Record<string, unknown> = {};
		made.set(index, copy);
		for (const [key, part] of Object.entries(value)) copy[key] = follow(part);
		return copy;
	};
	const follow = (part: unknown): unknown =>
		typeof part === 'string' ? valueAt(Number(part)) : part;

	return valueAt(0);
}
