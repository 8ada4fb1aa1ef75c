import { failureBehind } from '../../transport/nodeErrors';
import type { Failure } from '../../transport/types';

/** Does something whose failure need not end the item: what was done before it stands, and is worth more than an error. */
export async function attempt<T>(
	action: () => Promise<T>,
): Promise<{ readonly value: T } | { readonly failure: Failure }> {
	try {
		return { value: await action() };
	} catch (error) {
		return { failure: failureBehind(error) };
	}
}
