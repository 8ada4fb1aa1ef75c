import type { INodeParameters } from 'n8n-workflow';
import { byId, ids, type Stage } from './stage.cts';

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

/** Methods and statuses of what went over the wire, in order. */
export function wire({ exchanges }: Stage): string[] {
	return exchanges.map(({ method, path, status }) => `${method} ${path} ${status}`);
}

/** A booking with Lena that would succeed. */
export function booking(more: INodeParameters = {}): INodeParameters {
	return {
		resource: 'booking',
		operation: 'create',
		meetingTypeId: byId(ids.meetingTypes.oneToOne),
		start: '2026-03-03T09:00:00',
		attendeeName: 'Tomas Berg',
		attendeeEmail: 'tomas.berg@example.net',
		...more,
	};
}
