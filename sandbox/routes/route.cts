import type { Json } from '../../contract/json.cts';
import type { Caller } from '../access.cts';
import { refusal } from '../errors.cts';
import type { SlotCache } from '../slots/cache.cts';
import type { World } from '../world.cts';

/** A request that has passed access and validation. */
export interface Call extends World {
	readonly slotCache: SlotCache;
	readonly caller: Caller;
	readonly params: Readonly<Record<string, string>>;
	/** Typed by the contract, unknown keys gone. */
	readonly query: Json;
	/** Fits the contract, unknown properties gone; empty where the operation takes none. */
	readonly body: Json;
}

export interface Answer {
	readonly status: number;
	/** Absent: no body. */
	readonly body?: unknown;
	readonly headers?: Readonly<Record<string, string>>;
}

export interface Route {
	/** The operation of the contract it answers; address, access and validation come from there. */
	readonly operationId: string;
	/** Runs without pause, so that no other request can come between check and change. */
	handle(call: Call): Answer;
}

export function ok(body: unknown): Answer {
	return { status: 200, body };
}

export function created(body: unknown): Answer {
	return { status: 201, body };
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

export function isUuid(text: string): boolean {
	return UUID.test(text);
}

/** A path parameter that has to be a UUID. */
export function uuidParam({ params }: Call, name: string): string {
	const value = params[name] ?? '';
	if (!isUuid(value)) throw refusal(400, 'Validation failed (uuid is expected)');
	return value.toLowerCase();
}
