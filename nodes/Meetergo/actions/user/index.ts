import type { Resource } from '../operation';
import { create } from './create';
import { deleteOne } from './delete';
import { get } from './get';
import { getAll } from './getAll';
import { getMe } from './getMe';
import { update } from './update';
import { upsert } from './upsert';

export const user: Resource = {
	option: { name: 'User', value: 'user' },
	operations: [getMe, get, getAll, create, upsert, update, deleteOne],
};
