import type { RescheduleResponse } from '../../api/records';
import { type Instant, readInstant, writeInstant } from '../../fields/instant';
import { start, timezone } from '../../fields/time';
import { v4 } from '../../transport/path';
import type { Once } from '../../transport/types';
import { perItem } from '../perItem';
import { recordIn } from '../recordIn';
import { told } from '../told';
import { zonedTime } from '../zonedTime';
import { bookingId, ignoreAvailability } from './booking.fields';
import { summarise } from './booking.simplify';
import { readBooking } from './readBooking';

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
		return told(appointment, {
			previousStart: previousStart === undefined ? null : zonedTime(previousStart, item.timezone),
			recovered,
		});
	},
	simplify: summarise,
});
