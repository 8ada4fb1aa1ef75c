import type { Asked } from '../../api/questions';
import { isBlank } from '../../fields/field';
import { answerText } from './answerText';

/** An answer as contacts keep it, or what is wrong with it. */
export type ValueReading = { readonly value: unknown } | { readonly refusal: string };

/**
 * An answer as contacts keep it: a choice is the `value` of its option, several are a list or stand between commas, as
 * they were given. Anything else is checked, and stays what it is: contacts keep numbers and switches as such.
 */
export function answerValue(asked: Asked, value: unknown): ValueReading {
	const { kind } = asked;
	if (kind === 'text') return { value };
	if (kind === 'choices' && Array.isArray(value)) return readEach(asked, value);
	// Which day a time falls on does not matter here, so neither does the zone.
	const reading = answerText(asked, value, 'UTC');
	if ('refusal' in reading) return reading;
	return { value: kind === 'choice' || kind === 'choices' ? reading.text : value };
}

function readEach(asked: Asked, list: readonly unknown[]): ValueReading {
	const values: unknown[] = [];
	for (const part of list.filter((one) => !isBlank(one))) {
		const reading = answerValue({ ...asked, kind: 'choice' }, part);
		if ('refusal' in reading) return reading;
		values.push(reading.value);
	}
	return { value: values };
}
