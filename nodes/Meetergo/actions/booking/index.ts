import type { Resource } from '../operation';
import { cancel } from './cancel';
import { create } from './create';
import { get } from './get';
import { getAll } from './getAll';
import { reschedule } from './reschedule';

export const booking: Resource = {
	option: { name: 'Booking', value: 'booking' },
	operations: [create, get, getAll, reschedule, cancel],
};
