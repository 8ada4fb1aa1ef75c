import type { IDataObject, INodeParameters } from 'n8n-workflow';
import type { RunNodeOptions, RunNodeResult } from '../../engine/runNode.cts';
import type { Stage } from './stage.cts';

type Options = Partial<RunNodeOptions> & { credential?: IDataObject };

/** What the items of the success output hold. */
export function jsonOf({ items }: RunNodeResult): IDataObject[] {
	return items.map(({ json }) => json);
}

/** One field of each item of the success output. */
export function column(result: RunNodeResult, name: string): unknown[] {
	return jsonOf(result).map((json) => json[name]);
}

/** The requests since the last `clear`, as `GET /v4/user/me`. */
export function requestsOf({ exchanges }: Stage): string[] {
	return exchanges.map(({ method, path }) => `${method} ${path}`);
}

/** The whole json of an error item; a value the user entered is at fault unless told otherwise. */
export function failure(error: string, details: IDataObject = {}): IDataObject {
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

/** A field that cannot be used; its error begins with the name the user sees. */
export function refusal(displayName: string, reason: string): IDataObject {
	return failure(`${displayName}: ${reason}`, {
		parameter: displayName,
		description: `Nothing was changed in meetergo for this item. Correct the field "${displayName}" and run the node again.`,
	});
}

/**
 * The json of the one error item of a run that fails. Runs it twice, and demands that the node stops with the
 * words that otherwise leave through the error output, with the item they belong to.
 */
export async function failing(
	stage: Stage,
	parameters: INodeParameters,
	options: Options = {},
): Promise<IDataObject> {
	const stopped = await stage.run(parameters, options);
	const { status, items, errors } = await stage.run(parameters, {
		...options,
		onError: 'continueErrorOutput',
	});
	expect(items).toEqual([]);
	expect(errors).toEqual([{ json: expect.anything(), pairedItem: { item: 0 } }]);
	expect(status).toBe('success');
	const json = errors[0]?.json ?? {};
	expect(stopped).toMatchObject({
		status: 'error',
		items: [],
		error: { message: json.error, ...(isRecord(json.details) && descriptionOf(json.details)) },
	});
	return json;
}

function descriptionOf({ description }: IDataObject) {
	return { description };
}

function isRecord(value: unknown): value is IDataObject {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}
