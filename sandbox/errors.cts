import { STATUS_CODES } from 'node:http';

import type { Operation } from '../contract/operations.cts';
import type { MeetingType } from './records/meetingTypes.cts';

/** An answer that refuses a request; thrown anywhere between access check and route. */
export class Refusal extends Error {
	constructor(
		readonly status: number,
		readonly body: unknown,
	) {
		super(`Refused with ${status}`);
	}
}

/** The shape of the API's framework: one text, or the list of its validators' texts. */
export function refusal(status: number, message: string | readonly string[]): Refusal {
	return new Refusal(status, { statusCode: status, message, error: STATUS_CODES[status] });
}

/** The other published shape, one entry for each field. */
export function fieldRefusal(field: string, message: string): Refusal {
	return new Refusal(400, {
		statusCode: 400,
		message: 'Validation failed',
		errors: [{ field, message }],
	});
}

/** The start is gone. The body has no `error`, unlike the framework's. */
export function slotOccupied(): Refusal {
	return new Refusal(400, {
		statusCode: 400,
		errorCode: 'slot-occupied',
		message: 'slot-occupied',
	});
}

/** Others take their hours from a schedule that was to go. */
export function scheduleShared(types: readonly MeetingType[]): Refusal {
	return new Refusal(409, {
		statusCode: 409,
		message: 'Availability is shared',
		error: 'Conflict',
		sharedWith: types.map(({ id, slug }) => ({ id, slug })),
	});
}

export function notFound(what: string): Refusal {
	return refusal(404, `${what} not found`);
}

export function forbidden(): Refusal {
	return refusal(403, 'Forbidden resource');
}

/** `message` is missing, as it may be on the real API. */
export function planLimitReached(feature: string): Refusal {
	return new Refusal(403, { code: 'PLAN_LIMIT_REACHED', feature });
}

/** What to write for an operation that the contract has and the sandbox does not answer yet. */
export function missingRoute({
	id,
	method,
	path,
}: Pick<Operation, 'id' | 'method' | 'path'>): string {
	return `The sandbox does not implement ${method} ${path}: add a route for ${id} to a file in sandbox/routes`;
}

/** The answer to such an operation. */
export function notImplemented(operation: Operation): Refusal {
	return refusal(501, missingRoute(operation));
}
