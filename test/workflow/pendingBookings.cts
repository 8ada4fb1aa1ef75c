import type { ProvisionalBooking } from '../../sandbox/records/bookings.cts';
import { ids, type Stage } from './stage.cts';

/** Adds a booking of Tomas Berg's that waits for Lena, unless told otherwise, to the sandbox. */
export function addPending(
	{ sandbox: { state } }: Stage,
	more: Partial<ProvisionalBooking> = {},
): ProvisionalBooking {
	const start = '2026-03-03T08:00:00.000Z';
	const meetingTypeId = ids.meetingTypes.hostConfirmation;
	const booking: ProvisionalBooking = {
		id: state.ids.uuid('provisional booking'),
		companyId: ids.company,
		type: 'requireHostConfirmation',
		meetingTypeId,
		hostIds: [ids.users.lena],
		start,
		end: '2026-03-03T08:30:00.000Z',
		dto: {
			meetingTypeId,
			start,
			attendee: {
				fullname: 'Tomas Berg',
				email: 'tomas.berg@example.net',
				receiveReminders: true,
				notes: {},
			},
		},
		status: 'pending',
		declineReason: null,
		createdAt: '2026-03-01T12:00:00.000Z',
		...more,
	};
	state.provisionalBookings.set(booking.id, booking);
	return booking;
}
