import type { Availability } from '../../api/availabilities';
import { updateFields } from '../../fields/collection';
import { newName } from '../../fields/naming';
import { WEEKDAYS } from '../../fields/week';
import { weeklyHours } from '../../fields/weeklyHours';
import { failureOf } from '../../transport/failures';
import { v4 } from '../../transport/path';
import type { ApiClient } from '../../transport/types';
import { perItem } from '../perItem';
import { inTurn } from '../requests/inTurn';
import { tellNotKept } from '../requests/notKept';
import { readAfterwards } from '../requests/readAfterwards';
import { told } from '../output/told';
import { availabilityColumns } from './availability.columns';
import { newTimezone, scheduleId } from './availability.fields';
import { openIn, scheduleIn, scheduleOf } from './schedule';

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
		return await inTurn(`schedule ${id}`, api, async () => {
			const path = v4`/availability/${id}`;
			const read = async () => await api.get<Availability>(path);
			const isPartial = week.size > 0 && week.size < WEEKDAYS.length;
			const before = isPartial ? wholeWeek(await read(), api) : undefined;
			const schedule = week.size > 0 ? scheduleOf(week, before) : undefined;
			const sent = { ...changes, schedule };
			const answer = await api.change('PATCH', path, { body: sent });
			const record = scheduleIn(answer) ?? (await readAfterwards('the schedule', read, api));
			const wanted = { ...sent, schedule: schedule && openIn(schedule) };
			const kept = { ...record, schedule: openIn(record.schedule) };
			return told(record, { notKept: tellNotKept(wanted, kept, api) });
		});
	},
	simplify: availabilityColumns,
});

/** The hours that a schedule has now. Without all of them, the days that are not mentioned would be closed by accident. */
function wholeWeek({ schedule }: Availability, api: ApiClient): Availability['schedule'] {
	const isWhole = WEEKDAYS.every((day) => Array.isArray(schedule?.[day]?.hours));
	return isWhole
		? schedule
		: api.fail(
				failureOf('unreadableAnswer', {
					advice: 'The hours that the schedule has now could not be read. Nothing was changed.',
				}),
			);
}
