import type { Failure } from '../transport/types';

/**
 * Names the form field the server objected to, where one bears the name of the rejected property:
 * `attendee.email` is the parameter `attendeeEmail`, `start` is `start`.
 */
export function nameParameter(
	failure: Failure,
	properties: ReadonlyArray<{ readonly name: string; readonly displayName: string }>,
): Failure {
	if (failure.parameter !== undefined) return failure;
	for (const { field } of failure.fields) {
		const words = field.split('.');
		const joined = words.map((word, at) => (at === 0 ? word : capitalised(word))).join('');
		const match = properties.find(({ name }) => name === joined || name === words.at(-1));
		if (match) {
			const { displayName } = match;
			return { ...failure, parameter: displayName, message: `${displayName}: ${failure.message}` };
		}
	}
	return failure;
}

function capitalised(word: string): string {
	return word.charAt(0).toUpperCase() + word.slice(1);
}
