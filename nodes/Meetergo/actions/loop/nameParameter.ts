import type { INodeProperties } from 'n8n-workflow';
import type { Failure } from '../../transport/types';
import type { Operation } from '../operation';

type Property = Pick<INodeProperties, 'name' | 'displayName' | 'type' | 'required' | 'options'>;

/** Names the form field to mend in a failure that meetergo answered with, where it can be told. */
export function nameParameter(
	failure: Failure,
	{ properties, effect }: { readonly properties: readonly Property[] } & Pick<Operation, 'effect'>,
): Failure {
	if (failure.parameter !== undefined) return failure;
	const isInTheWay =
		effect === 'destroy' && stays.has(failure.code) && (failure.httpCode ?? 0) >= 400;
	const field =
		rejected(failure, properties) ??
		(isInTheWay || failure.code === 'notFound' ? subject(properties) : undefined) ??
		taken(failure, properties);
	if (field === undefined) return failure;
	const { displayName } = field;
	return { ...failure, parameter: displayName, message: `${displayName}: ${failure.message}` };
}

/**
 * The field that bears the name of the rejected property: `attendee.email` is the parameter `attendeeEmail`,
 * `meetingInfo.duration` is `duration`, and `id` is the record.
 */
function rejected({ fields }: Failure, properties: readonly Property[]): Property | undefined {
	const all = properties.flatMap((property) => [property, ...(property.options ?? [])]);
	for (const { field } of fields) {
		if (field === 'id') return subject(properties);
		const words = field.split('.');
		const joined = words.map((word, at) => (at === 0 ? word : capitalised(word))).join('');
		for (const name of [joined, words.at(-1)]) {
			const match = all.find((property) => 'type' in property && property.name === name);
			if (match && 'type' in match) return match;
		}
	}
	return undefined;
}

/** What is refused to be deleted or cancelled is the record, whatever stands in its way. */
const stays: ReadonlySet<Failure['code']> = new Set(['conflict', 'requestRefused']);

/** What the operation is about: the one record that has to be chosen. */
function subject(properties: readonly Property[]): Property | undefined {
	const locators = properties.filter(
		({ type, required }) => type === 'resourceLocator' && required,
	);
	return locators.length === 1 ? locators[0] : undefined;
}

/** A time that is taken is the start that was asked for. */
function taken({ code }: Failure, properties: readonly Property[]): Property | undefined {
	return code === 'slotOccupied' ? properties.find(({ name }) => name === 'start') : undefined;
}

function capitalised(word: string): string {
	return word.charAt(0).toUpperCase() + word.slice(1);
}
