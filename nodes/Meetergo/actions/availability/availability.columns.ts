import type { Availability } from '../../api/availabilities';
import { writeWeekText } from '../../fields/weekText';
import { column, type Columns } from '../output/columns';
import { weekIn } from './schedule';

export const availabilityColumns: Columns<Availability> = {
	id: column('ID of the schedule', ({ id }) => id),
	name: column('Name of the schedule', ({ name }) => name),
	timezone: column('Time zone of the hours, by IANA name', ({ timezone }) => timezone),
	isDefault: column('Whether it is the default schedule of its user', (one) => one.isDefault),
	weeklyHours: column('Open hours of the week, as Weekly Hours takes them', ({ schedule }) =>
		writeWeekText(weekIn(schedule)),
	),
	exceptionCount: column(
		'How many exceptions to the weekly hours there are',
		({ availabilityExceptions }) => availabilityExceptions?.length ?? 0,
	),
};
