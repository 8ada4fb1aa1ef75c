import { toggle, wholeNumber } from './basic';
import type { Field } from './field';

const returnAll = toggle({
	displayName: 'Return All',
	name: 'returnAll',
	description: 'Whether to return all results or only up to a given limit',
});

const limit = wholeNumber({
	displayName: 'Limit',
	name: 'limit',
	description: 'Max number of results to return',
	min: 1,
	default: 50,
});

/** Return All and Limit in one: how many records to return at most, `undefined` for all. */
export const paging: Field<number | undefined> = {
	properties: [
		...returnAll.properties,
		...limit.properties.map((property) => ({
			...property,
			displayOptions: { show: { returnAll: [false] } },
		})),
	],
	read: (form) => (returnAll.read(form) ? undefined : limit.read(form)),
};
