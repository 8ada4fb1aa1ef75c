import type { IDataObject, INodeParameters } from 'n8n-workflow';
import type { RunNodeResult } from '../../engine/runNode.cts';
import { throughErrorOutput, type Told } from './errorOutput.cts';
import type { Stage } from './stage.cts';

/** What the items of the success output hold. */
export function jsonOf({ items }: RunNodeResult): IDataObject[] {
	return items.map(({ json }) => json);
}

/** One field of each item of the success output. */
export function column(result: RunNodeResult, name: string): unknown[] {
	return jsonOf(result).map((json) => json[name]);
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
