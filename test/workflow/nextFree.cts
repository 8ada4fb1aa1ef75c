import type { INodeParameters } from 'n8n-workflow';
import type { Exchange } from '../../contract/validate.cts';
import type { Appointment } from '../../sandbox/records/bookings.cts';
import { byId, ids, type Stage } from './stage.cts';

/** It stays Monday, 9:00 in Vienna, of a year that has not come: the node leaves out what is past by the real clock. */
export const inTheFuture = { now: '2036-03-03T08:00:00Z', speed: 0 };

/** Lena's 30 minutes of advice in the first free slot of Tuesday, which is at 8:30. */
export function nextFree(more: INodeParameters = {}): INodeParameters {
	return {
		resource: 'booking',
		operation: 'createNextFree',
		meetingTypeId: byId(ids.meetingTypes.durations),
		start: '2036-03-04',
		end: '2036-03-04',
		attendeeName: 'Tomas Berg',
		attendeeEmail: 'tomas.berg@example.net',
		...more,
	};
}

/** The same where not just any slot will do. */
export function preferring(
	slotPreferences: INodeParameters,
	more: INodeParameters = {},
): INodeParameters {
	return nextFree({ slotPreferences, ...more });
}

const seeded: ReadonlySet<string> = new Set(Object.values(ids.appointments));

/** What has been booked since the start. */
export function booked({ sandbox }: Stage): Appointment[] {
	return [...sandbox.state.appointments.values()].filter(({ id }) => !seeded.has(id));
}

/** Books half an hour of Lena's for somebody else. */
export function take({ sandbox: { state } }: Stage, start: string): void {
	const survey = state.appointments.get(ids.appointments.confirmed);
	if (!survey) throw new Error('The seed lacks the booking to copy');
	const id = state.ids.uuid('rival');
	const meetingTypeId = ids.meetingTypes.durations;
	const from = new Date(start);
	const end = new Date(from.getTime() + 30 * 60_000).toISOString();
	state.appointments.set(id, { ...survey, id, meetingTypeId, start: from.toISOString(), end });
}

export function isSlotQuestion({ path }: Exchange): boolean {
	return path.endsWith('/booking-availability');
}

/** The questions for slots, in order. */
export function slotQuestions({ exchanges }: Stage): Array<Exchange['query']> {
	return exchanges.filter(isSlotQuestion).map(({ query }) => query);
}

/** How the attempts to book ended. */
export function attempts({ exchanges }: Stage): number[] {
	return exchanges.filter(({ method }) => method === 'POST').map(({ status }) => status);
}
