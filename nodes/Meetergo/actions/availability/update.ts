import type { Availability } from '../../api/records';
import { updateFields } from '../../fields/collection';
import { newName } from '../../fields/naming';
import { WEEKDAYS } from '../../fields/week';
import { weeklyHours } from '../../fields/weeklyHours';
import { v4 } from '../../transport/path';
import { tellNotKept } from '../notKept';
import { perItem } from '../perItem';
import { told } from '../told';
import { newTimezone, scheduleId } from './availability.fields';
import { simplifyAvailability } from './availability.simplify';
import { scheduleIn, scheduleOf, weekIn } from './schedule';

export const update = perItem({
	option: {
		name: 'Update',
		value: 'update',
		description:
			'Change a schedule for all meeting types that use it; days that are not named keep their hours',
		action: 'Update a schedule for all meeting types that use it',
	},
	actingUser: 'required',
	effect: 'change',
	fields: {
		scheduleId,
		week: weeklyHours,
		changes: updateFields(
			{ name: newName, timezone: newTimezone },
			{ displayName: 'Weekly Hours', isEntered: (form) => weeklyHours.read(form).size > 0 },
		),
	},
	async run({ scheduleId: id, week, changes }, api) {
		const path = v4`/availability/${id}`;
		const read = async () => await api.get<Availability>(path);
		const isPartial = week.size > 0 && week.size < WEEKDAYS.length;
		const before = isPartial ? await read() : undefined;
		const schedule = week.size > 0 ? scheduleOf(week, before?.schedule) : undefined;
		const sent = { ...changes, schedule };
		const answer = await api.change('PATCH', path, { body: sent });
		const record = scheduleIn(answer) ?? (await read());
		const hours = { schedule: scheduleOf(weekIn(record.schedule)) };
		return told(record, { notKept: tellNotKept(sent, { ...record, ...hours }, api) });
	},
	simplify: simplifyAvailability,
});
