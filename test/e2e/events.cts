import { setTimeout as delay } from 'node:timers/promises';
import { list, record, type Json } from '../../contract/json.cts';
import { credentials, ids } from '../../sandbox/seed.cts';
import type { Appointment } from '../../sandbox/records/bookings.cts';
import { type Execution, executionOver } from '../../scripts/n8n/execution.cts';
import type { Rest } from '../../scripts/n8n/rest.cts';
import type { Stage } from './stage.cts';

/* What happens in meetergo, and what n8n makes of it. */

const LOOK_EVERY_MS = 200;

/** Asks the sandbox as the admin does. */
export async function ask({ sandbox }: Stage, path: string, body?: Json): Promise<Json> {
	const answer = await fetch(`${sandbox.url}${path}`, {
		method: body === undefined ? 'GET' : 'POST',
		headers: {
			authorization: `Bearer ${credentials.platformKey}`,
			'x-meetergo-api-user-id': ids.admin,
			...(body && { 'content-type': 'application/json' }),
		},
		body: body && JSON.stringify(body),
	});
	if (!answer.ok) throw new Error(`The sandbox refused ${path}: ${await answer.text()}`);
	return record(await answer.json());
}

export const DANA = {
	email: 'dana.haddad@example.net',
	fullname: 'Dana Haddad',
	receiveReminders: true,
	notes: {},
};

/** Books Lena's first free time from tomorrow on, as an attendee does. @returns the body of the answer */
export async function book(
	stage: Stage,
	{ meetingTypeId = ids.meetingTypes.oneToOne, attendee = DANA }: Partial<BookingWishes> = {},
): Promise<Json> {
	const window = { start: dayAhead(1), end: dayAhead(14) };
	const query = new URLSearchParams({ meetingTypeId, hostIds: ids.users.lena, ...window });
	const { dates } = await ask(stage, `/v4/booking-availability?${query}`);
	const spots = list(dates).flatMap((date) => list(record(date).spots).map(record));
	const free = spots.find(({ unavailabilityEvents }) => list(unavailabilityEvents).length === 0);
	return await ask(stage, '/v4/booking', {
		meetingTypeId,
		start: free?.startTime,
		hostIds: [ids.users.lena],
		attendee,
	});
}

interface BookingWishes {
	readonly meetingTypeId: string;
	readonly attendee: Json;
}

/** The same, where nobody has to confirm it. */
export async function booked(stage: Stage, wishes?: Partial<BookingWishes>): Promise<Appointment> {
	const { appointmentId } = await book(stage, wishes);
	return appointmentOf(stage, appointmentId);
}

/** Moves a booking, whatever the host's hours are. */
export async function move(stage: Stage, id: string, start: string): Promise<Appointment> {
	const body = { start, ignoreAvailability: true };
	await ask(stage, `/v4/appointment/${id}/reschedule`, body);
	return appointmentOf(stage, id);
}

export async function cancel(stage: Stage, id: string, body: Json = {}): Promise<Appointment> {
	await ask(stage, `/v4/appointment/${id}/cancel`, body);
	return appointmentOf(stage, id);
}

function appointmentOf({ sandbox }: Stage, id: unknown): Appointment {
	const found = sandbox.state.appointments.get(String(id));
	if (!found) throw new Error(`The sandbox has no booking ${String(id)}.`);
	return found;
}

/** What a workflow has been started for, in order, once it was as often as expected and all is over. */
export async function executionsOf(
	rest: Rest,
	workflowId: string,
	atLeast = 1,
	within = 30_000,
): Promise<Execution[]> {
	const giveUp = AbortSignal.timeout(within);
	const filter = encodeURIComponent(JSON.stringify({ workflowId }));
	for (;;) {
		const { results } = record(await rest.get(`/executions?filter=${filter}`));
		const found = list(results).map((one) => String(record(one).id));
		if (found.length >= atLeast) {
			const inOrder = found.sort((a, b) => Number(a) - Number(b));
			return await Promise.all(inOrder.map((id) => executionOver(rest, id)));
		}
		if (giveUp.aborted) throw new Error(`${found.length} executions, not ${atLeast}.`);
		await delay(LOOK_EVERY_MS);
	}
}

/** Waits until something holds. */
export async function until(holds: () => boolean, within = 20_000): Promise<void> {
	const giveUp = AbortSignal.timeout(within);
	while (!holds()) {
		giveUp.throwIfAborted();
		await delay(LOOK_EVERY_MS);
	}
}

/** @returns an ISO date */
function dayAhead(days: number): string {
	return new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
}
