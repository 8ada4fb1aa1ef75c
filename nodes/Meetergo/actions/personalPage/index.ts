import type { Resource } from '../operation';
import { get } from './get';
import { update } from './update';

export const personalPage: Resource = {
	option: { name: 'Personal Page', value: 'personalPage' },
	operations: [get, update],
};
