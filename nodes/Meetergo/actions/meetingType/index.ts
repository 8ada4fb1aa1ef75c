import type { Resource } from '../operation';
import { get } from './get';
import { getAll } from './getAll';

export const meetingType: Resource = {
	option: { name: 'Meeting Type', value: 'meetingType' },
	operations: [get, getAll],
};
