export type Json = Readonly<Record<string, unknown>>;

export function isRecord(value: unknown): value is Json {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function isText(value: unknown): value is string {
	return typeof value === 'string';
}

/** The value as an object, or an empty one. */
export function record(value: unknown): Json {
	return isRecord(value) ? value : {};
}

/** The value as a list, or an empty one. */
export function list(value: unknown): readonly unknown[] {
	return Array.isArray(value) ? value : [];
}

/** A JSON pointer as a URI fragment without its `#`, for keys of any form. */
export function pointer(...keys: ReadonlyArray<string | number>): string {
	return keys
		.map((key) => encodeURIComponent(String(key).replace(/~/g, '~0').replace(/\//g, '~1')))
		.map((key) => `/${key}`)
		.join('');
}
