import { isText, record, type Json } from '../contract/json.cts';

/** What a control route was told; empty without a body. */
export function bodyOf(text: unknown): Json {
	return isText(text) && text ? record(JSON.parse(text)) : {};
}

/** `null` means every time, since JSON has no Infinity. */
export function timesOf({ times }: Json): { readonly times?: number } {
	if (times === null) return { times: Number.POSITIVE_INFINITY };
	return typeof times === 'number' ? { times } : {};
}
