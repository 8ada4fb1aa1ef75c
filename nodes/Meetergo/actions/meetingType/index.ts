import type { Resource } from '../operation';
import { create } from './create';
import { deleteOne } from './delete';
import { get } from './get';
import { getAll } from './getAll';
import { importPage } from './importPage';
import { update } from './update';
import { upsert } from './upsert';

export const meetingType: Resource = {
	option: { name: 'Meeting Type', value: 'meetingType' },
	operations: [get, getAll, create, upsert, update, deleteOne, importPage],
};
