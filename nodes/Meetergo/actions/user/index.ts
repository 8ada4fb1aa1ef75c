import type { Resource } from '../operation';
import { getAll } from './getAll';
import { getMe } from './getMe';

export const user: Resource = {
	option: { name: 'User', value: 'user' },
	operations: [getMe, getAll],
};
