import {
	type IDataObject,
	type INode,
	NodeApiError,
	NodeOperationError,
	OperationalError,
} from 'n8n-workflow';
import type { Failure } from './types';

/** What the errors made here stand for: n8n's own classes hold only texts. */
const meanings = new WeakMap<object, Failure>();

/** A value the user entered cannot be used. */
export function inputFailure(displayName: string, reason: string): Failure {
	return {
		code: 'invalidInput',
		message: `${displayName}: ${reason}.`,
		description: `Nothing was changed in meetergo for this item. Correct the field "${displayName}" and run the node again.`,
		fields: [],
		parameter: displayName,
		mayHaveHappened: false,
		waitedMs: 0,
	};
}

/** What workflows can branch on: the same six keys in every error. */
function detailsOf(failure: Failure) {
	return {
		httpCode: failure.httpCode ?? null,
		code: failure.code,
		parameter: failure.parameter ?? null,
		description: failure.description,
		mayHaveHappened: failure.mayHaveHappened,
		waitedSeconds: Math.round(failure.waitedMs / 100) / 10,
	};
}

/**
 * The output of an item that failed while the node goes on. No further key may stand beside these two,
 * else n8n sends the item out of the success branch.
 */
export function errorItem(failure: Failure): IDataObject {
	return { error: failure.message, details: detailsOf(failure) };
}

/** Turns a failure into the error n8n shows; the one place where that happens. */
export function toNodeError(
	node: INode,
	failure: Failure,
	itemIndex?: number,
): NodeApiError | NodeOperationError {
	const { message, description, cause, httpCode } = failure;
	const shared = { description, ...(itemIndex !== undefined && { itemIndex }) };
	if (cause !== undefined) return new NodeOperationError(node, cause, shared);
	const error =
		failure.code === 'invalidInput'
			? new NodeOperationError(node, message, shared)
			: new NodeApiError(
					node,
					{ details: detailsOf(failure) },
					{
						...shared,
						message,
						...(httpCode !== undefined && { httpCode: String(httpCode) }),
					},
				);
	// n8n takes words such as "exist" and "eperm" in a message for system errors and replaces the message.
	error.message = message;
	meanings.set(error, failure);
	return error;
}

/** The failure an error stands for; one that is not of our making is reported as it is. */
export function failureBehind(error: unknown): Failure {
	const known = typeof error === 'object' && error !== null ? meanings.get(error) : undefined;
	if (known !== undefined) return known;
	const cause = error instanceof Error ? error : new OperationalError(String(error));
	return {
		code: 'unexpected',
		message: cause.message,
		cause,
		description: 'The node did not expect this. If it happens again, please report it.',
		fields: [],
		mayHaveHappened: false,
		waitedMs: 0,
	};
}
