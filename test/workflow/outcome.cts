import type { IDataObject, INodeParameters } from 'n8n-workflow';
import type { RunNodeResult } from '../../engine/runNode.cts';
import type { Stage } from './stage.cts';

/** The `json` of an item that left through the error output. */
export interface Told {
	readonly error: string;
	readonly details: {
		readonly httpCode: number | null;
		readonly code: string;
		readonly parameter: string | null;
		readonly description: string;
		readonly mayHaveHappened: boolean;
		readonly waitedSeconds: number;
	};
}

/** Runs one item with *On Error: Continue (using error output)*: it has to leave that way, and no other. */
export async function throughErrorOutput(
	stage: Stage,
	parameters: INodeParameters,
	options: Parameters<Stage['run']>[1] = {},
): Promise<Told> {
	const result = await stage.run(parameters, { ...options, onError: 'continueErrorOutput' });
	expect(result).toMatchObject({ status: 'success', items: [], error: undefined });
	expect(result.errors).toEqual([
		{ json: { error: expect.any(String), details: expect.any(Object) }, pairedItem: { item: 0 } },
	]);
	const json: unknown = result.errors[0]?.json;
	if (!isTold(json)) throw new Error('The error item has another shape');
	return json;
}

function isTold(json: unknown): json is Told {
	const keys = 'code,description,httpCode,mayHaveHappened,parameter,waitedSeconds';
	return (
		typeof json === 'object' &&
		json !== null &&
		'details' in json &&
		Object.keys(json.details ?? {})
			.sort()
			.join() === keys
	);
}

/** What the items of the success output hold. */
export function jsonOf({ items }: RunNodeResult): IDataObject[] {
	return items.map(({ json }) => json);
}

/** One field of each item of the success output. */
export function column(result: RunNodeResult, name: string): unknown[] {
	return jsonOf(result).map((json) => json[name]);
}

/** What is told beside the output. */
export function hintsOf({ hints }: RunNodeResult): string[] {
	return hints.map(({ message }) => message);
}

/** The input item behind each item of the success output. */
export function sourcesOf({ items }: RunNodeResult): unknown[] {
	return items.map(({ pairedItem }) =>
		typeof pairedItem === 'object' && 'item' in pairedItem ? pairedItem.item : undefined,
	);
}

/**
 * Runs one item that has to fail, once so that the node stops, and once so that it goes on with the error output:
 * both have to tell the same.
 */
export async function failingAlike(
	stage: Stage,
	parameters: INodeParameters,
	options: Parameters<Stage['run']>[1] = {},
): Promise<Told> {
	const stopped = await stage.run(parameters, options);
	const told = await throughErrorOutput(stage, parameters, options);
	expect(stopped).toMatchObject({
		status: 'error',
		items: [],
		error: { message: told.error, description: told.details.description },
	});
	return told;
}

/** What a failure tells, in full; a value the user entered is at fault unless told otherwise. */
export function failed(error: string, details: Partial<Told['details']>): Told {
	return {
		error,
		details: {
			httpCode: null,
			code: 'invalidInput',
			parameter: null,
			description: expect.any(String),
			mayHaveHappened: false,
			waitedSeconds: 0,
			...details,
		},
	};
}

/** What a refused value of a field tells. */
export function refusal(displayName: string, reason: string): Told {
	return failed(`${displayName}: ${reason}`, {
		parameter: displayName,
		description: `Nothing was changed in meetergo for this item. Correct the field "${displayName}" and run the node again.`,
	});
}
