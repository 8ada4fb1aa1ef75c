import type { Resource } from '../operation';
import { getAll } from './getAll';
import { getSlots } from './getSlots';

export const availability: Resource = {
	option: { name: 'Availability', value: 'availability' },
	operations: [getSlots, getAll],
};
