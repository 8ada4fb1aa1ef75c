import type { Resource } from '../operation';
import { getAll } from './getAll';
import { getAuthUrl } from './getAuthUrl';
import { update } from './update';

export const calendarConnection: Resource = {
	option: { name: 'Calendar Connection', value: 'calendarConnection' },
	operations: [getAll, getAuthUrl, update],
};
