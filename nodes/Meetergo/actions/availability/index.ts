import type { Resource } from '../operation';
import { blockHolidays } from './blockHolidays';
import { create } from './create';
import { deleteOne } from './delete';
import { get } from './get';
import { getAll } from './getAll';
import { getSlots } from './getSlots';
import { update } from './update';

export const availability: Resource = {
	option: { name: 'Availability', value: 'availability' },
	operations: [getSlots, blockHolidays, create, deleteOne, get, getAll, update],
};
