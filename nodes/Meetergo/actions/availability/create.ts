import type { IDataObject } from 'n8n-workflow';
import { availabilities, type Availability } from '../../api/availabilities';
import { name } from '../../fields/naming';
import { v4 } from '../../transport/path';
import type { Once } from '../../transport/types';
import { Known } from '../requests/known';
import { notKept, tellNotKept } from '../requests/notKept';
import { perItem } from '../perItem';
import { told } from '../output/told';
import { availabilityColumns } from './availability.columns';
import { newSchedule } from './create.fields';
import { keptOf } from './exceptions';
import { openIn, scheduleIn, scheduleOf } from './schedule';

export const create = perItem({
	option: {
		name: 'Create',
		value: 'create',
		description: 'Create a schedule with working hours; days that are not named are closed',
		action: 'Create a schedule',
	},
	actingUser: 'required',
	effect: 'change',
	fields: { name, schedule: newSchedule },
	async run({ name: called, schedule: { timezone, week, exceptions } }, api) {
		const known = await Known.in(availabilities, api);
		const sent = {
			name: called,
			timezone,
			schedule: scheduleOf(week),
			// The property bears this name in schedules that are made with a meeting type; here it is not published.
			exceptions: exceptions.length > 0 ? [...exceptions] : undefined,
		};
		const once = madeAs({ name: called, timezone, schedule: sent.schedule }, known);
		const { record, recovered } = await known.making(
			() => api.once(v4`/availability`, sent, once),
			api,
		);
		known.add(record);
		const kept = {
			...record,
			schedule: openIn(record.schedule),
			exceptions: keptOf(exceptions, record),
		};
		return told(record, { recovered, notKept: tellNotKept(sent, kept, api) });
	},
	simplify: availabilityColumns,
});

/** A schedule that was not there before, of this name, zone and hours: it was created. */
function madeAs(sent: IDataObject, known: Known<Availability>): Once<Availability> {
	return {
		proof: 'lookUp',
		complete: true,
		read: scheduleIn,
		find: async (api) =>
			await known.findNew(
				api,
				(one) => notKept(sent, { ...one, schedule: openIn(one.schedule) }).length === 0,
			),
		howToCheck: 'Look for its name with Availability > Get Many before you create it again.',
	};
}
