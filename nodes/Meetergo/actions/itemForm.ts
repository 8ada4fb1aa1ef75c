import type { IExecuteFunctions } from 'n8n-workflow';
import type { Form } from '../fields/field';
import { readZone } from '../fields/zone';
import { inputFailure, toNodeError } from '../transport/nodeErrors';

/** One item's form, read from n8n. */
export function itemForm(
	context: IExecuteFunctions,
	index: number,
	note: (text: string) => void,
): Form {
	const toolMode = context.getNode().type.endsWith('Tool');

	const refuse = (displayName: string, reason: string): never => {
		throw toNodeError(context.getNode(), inputFailure(displayName, reason), index);
	};

	// An agent must fill every argument, so what it leaves open arrives as '' or null.
	const entered = (value: unknown): unknown =>
		value === null || (toolMode && value === '') ? undefined : value;

	const top = (name: string): unknown => entered(context.getNodeParameter(name, index, null));

	const inside = (collection: string, name: string): unknown => {
		const added: unknown = top(collection);
		if (typeof added !== 'object' || added === null) return undefined;
		return entered(Object.entries(added).find(([key]) => key === name)?.[1]);
	};

	const form = (value: (name: string) => unknown): Form => ({
		value,
		within: (collection) => form((name) => inside(collection, name)),
		get zone() {
			const given = top('timezone') || inside('options', 'timezone');
			const reading = readZone(given || context.getTimezone());
			return 'zone' in reading ? reading.zone : refuse('Time Zone', reading.refusal);
		},
		note,
		refuse,
	});
	return form(top);
}
