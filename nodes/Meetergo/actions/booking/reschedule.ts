import type { Appointment, RescheduleResponse } from '../../api/appointments';
import { type Instant, readInstant, writeInstant } from '../../fields/instant';
import { start, timezone } from '../../fields/time';
import { v4 } from '../../transport/path';
import type { Once } from '../../transport/types';
import { column, type Columns } from '../output/columns';
import { perItem } from '../perItem';
import { recordIn } from '../requests/recordIn';
import { told } from '../output/told';
import { zonedTime } from '../output/zonedTime';
import { summary } from './booking.columns';
import { bookingId, ignoreAvailability } from './booking.fields';
import { readBooking } from './readBooking';

/** A booking with where it stood, which is not told where the answer got lost. */
interface Moved extends Appointment {
	readonly previousStart: string | null;
}

const movedColumns: Columns<Moved> = {
	...summary,
	previousStart: column('When it started before, in Time Zone', (moved) => moved.previousStart),
};

/** The booking stands at the new time: it was moved. */
function movedTo(id: string, target: Instant): Once<RescheduleResponse> {
	return {
		proof: 'lookUp',
		complete: true,
		read: (answer) => recordIn<RescheduleResponse>(answer, 'appointment'),
		async find(api) {
			const appointment = await readBooking(id, api);
			const reading = readInstant(appointment.start, 'UTC');
			const isThere = 'instant' in reading && reading.instant.toMillis() === target.toMillis();
			return isThere ? { appointment } : undefined;
		},
		howToCheck: 'Look at its start with Booking > Get before you move it again.',
	};
}

export const reschedule = perItem({
	option: {
		name: 'Reschedule',
		value: 'reschedule',
		description: 'Move a booking to another time; its length stays, and everybody is told by mail',
		action: 'Reschedule a booking and tell everybody by mail',
	},
	actingUser: 'required',
	effect: 'change',
	fields: { bookingId, start, timezone },
	options: { ignoreAvailability },
	async run(item, api) {
		const { record, recovered } = await api.once(
			v4`/appointment/${item.bookingId}/reschedule`,
			{ start: writeInstant(item.start), ignoreAvailability: item.options.ignoreAvailability },
			movedTo(item.bookingId, item.start),
		);
		const { appointment, previousStart } = record;
		const before = zonedTime(previousStart, item.timezone) ?? null;
		return told({ ...appointment, previousStart: before }, { recovered });
	},
	simplify: movedColumns,
});
