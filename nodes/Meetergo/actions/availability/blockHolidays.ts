import type { Availability, AvailabilityException } from '../../api/availabilities';
import { timezone } from '../../fields/time';
import { root, v4 } from '../../transport/path';
import type { Once } from '../../transport/types';
import { column, type Columns } from '../output/columns';
import { perItem } from '../perItem';
import { inTurn } from '../requests/inTurn';
import { told } from '../output/told';
import { zonedTime } from '../output/zonedTime';
import { scheduleId } from './availability.fields';
import { place, year } from './blockHolidays.fields';

/** The exceptions of a schedule; an answer without content does not tell them. */
interface Blocked {
	readonly exceptions?: readonly AvailabilityException[];
}

const exceptionColumns: Columns<AvailabilityException> = {
	id: column('ID of the exception', ({ id }) => id),
	title: column('What it is called, such as the name of the holiday', ({ title }) => title),
	available: column('Whether the time is open; otherwise it is blocked', (one) => one.available),
	start: column('When it starts, in Time Zone', ({ start }, zone) => zonedTime(start, zone)),
	end: column('When it ends, in Time Zone', ({ end }, zone) => zonedTime(end, zone)),
};

export const blockHolidays = perItem({
	option: {
		name: 'Block Holidays',
		value: 'blockHolidays',
		description: 'Block the public holidays of a year on a schedule, and get all its exceptions',
		action: 'Block public holidays for all meeting types of a schedule',
	},
	actingUser: 'required',
	effect: 'change',
	fields: { scheduleId, place, year },
	options: { timezone },
	async run({ scheduleId: id, place: where, year: which }, api) {
		return await inTurn(`schedule ${id}`, api, async () => {
			const read = async () => {
				const schedule = await api.get<Availability>(v4`/availability/${id}`);
				return schedule.availabilityExceptions ?? [];
			};
			const before = new Set((await read()).map(identityOf));
			const { record, recovered } = await api.once(
				root`/availability/${id}/holiday-exceptions`,
				{ year: which, ...where },
				appeared(read, before),
				'PATCH',
			);
			const exceptions = record.exceptions ?? (await read());
			return exceptions.map((exception) => {
				const change = before.has(identityOf(exception)) ? 'unchanged' : 'created';
				return told(exception, { change, recovered });
			});
		});
	},
	simplify: exceptionColumns,
});

/** Exceptions that were not there before: the holidays were blocked. */
function appeared(
	read: () => Promise<readonly AvailabilityException[]>,
	before: ReadonlySet<string>,
): Once<Blocked> {
	return {
		proof: 'lookUp',
		complete: true,
		read(answer) {
			if (answer === undefined) return {};
			return Array.isArray(answer) ? { exceptions: answer } : undefined;
		},
		async find() {
			const exceptions = await read();
			return exceptions.some((exception) => !before.has(identityOf(exception)))
				? { exceptions }
				: undefined;
		},
		howToCheck: 'Look at the exceptions of the schedule with Availability > Get, Output Raw.',
	};
}

/** Ids are not promised. */
function identityOf({ id, start, title }: AvailabilityException): string {
	return id === undefined ? `${start} ${title}` : String(id);
}
