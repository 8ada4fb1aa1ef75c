import type { Resource } from '../operation';
import { create } from './create';
import { createMany } from './createMany';
import { deleteOne } from './delete';
import { deleteMany } from './deleteMany';
import { get } from './get';
import { getActivity } from './getActivity';
import { getAll } from './getAll';
import { getEmails } from './getEmails';
import { update } from './update';
import { upsert } from './upsert';

export const contact: Resource = {
	option: { name: 'Contact', value: 'contact' },
	operations: [
		upsert,
		create,
		createMany,
		deleteOne,
		deleteMany,
		get,
		getActivity,
		getEmails,
		getAll,
		update,
	],
};
