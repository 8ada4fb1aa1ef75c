/** A query or body value known to be a text by the contract, or absent. */
export function text(value: unknown): string | undefined {
	return typeof value === 'string' ? value : undefined;
}

/** A query or body value known to be a number by the contract, or absent. */
export function number(value: unknown): number | undefined {
	return typeof value === 'number' ? value : undefined;
}

/** A query or body value known to be a list of texts by the contract; empty when absent. */
export function texts(value: unknown): string[] {
	return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
}
