/** The name of the query parameter that bears the key. */
export const KEY = 'key';

/** An address without its query: what tells whose webhook it is. */
export function addressIn(endpoint: string): string {
	return endpoint.split(/[?#]/, 1)[0] ?? '';
}

/** What meetergo is to call. */
export function endpointOf(address: string, key: string): string {
	return `${address}?${KEY}=${key}`;
}

/** What of an address stays when n8n moves to another host; test and production differ in it. */
export function pathIn(address: string): string {
	return address.replace(/^\w+:\/\/[^/]*/, '');
}

/** The host of an address; the rest of a foreign webhook's address may be a secret. */
export function hostIn(endpoint: string): string {
	return /^\w+:\/\/(?:[^/?#@]*@)?([^/?#]*)/.exec(endpoint)?.[1] ?? 'an unreadable address';
}

const LOOPBACK = /^(?:localhost|.*\.localhost|127(?:\.\d+){3}|0\.0\.0\.0|\[::1?\])(?::\d+)?$/i;

/** Whether an address means the machine itself, which nobody else can reach. */
export function isLoopback(address: string): boolean {
	return LOOPBACK.test(hostIn(address));
}
