import type { IDataObject } from 'n8n-workflow';
import type { EventFacts } from '../../nodes/Meetergo/trigger/eventItem';
import type { PollEvent, WebhookEvent } from '../../nodes/Meetergo/trigger/events';
import type { Appointment } from '../../sandbox/records/bookings.cts';
import type { User } from '../../sandbox/records/people.cts';
import { credentials, ids } from '../../sandbox/seed.cts';
import type { ExampleSandbox } from './exampleSandbox.cts';

/** What our triggers can tell of. */
export type Event = WebhookEvent | PollEvent;

/** Something to tell of: a booking as it is afterwards, or what meetergo sends of anything else. */
export type Happening =
	| { readonly booking: Appointment; readonly facts?: Facts }
	| { readonly payload: IDataObject };

type Facts = Omit<EventFacts, 'event' | 'eventKey'>;

/** Lets an event happen in the sandbox, once in each way in which it can; of what has happened already it only tells. */
export const happenings: Readonly<
	Record<Event, (sandbox: ExampleSandbox) => Promise<readonly Happening[]>>
> = {
	booking_created: async (sandbox) => about(latest(ahead(sandbox), 'createdAt')),
	booking_rescheduled: async (sandbox) =>
		about(latest(kept(sandbox), 'rescheduledAt'), { previousStart: dayAgo(sandbox) }),
	booking_cancelled: async (sandbox) => [
		...(await attendeeLeaves(sandbox)),
		...(await meetingIsOff(sandbox)),
	],
	booking_starts_soon: async (sandbox) => about(ahead(sandbox)[0]),
	booking_ended: async (sandbox) => about(await meetingOfContacts(sandbox)),
	new_employee: async (sandbox) => [{ payload: await somebodyJoins(sandbox) }],
	form_submission: unpublished,
	credential_error: unpublished,
	review_published: unpublished,
	review_submitted: unpublished,
	signature_completed: unpublished,
};

/** What meetergo sends besides the name of the event is not known. */
async function unpublished(): Promise<readonly Happening[]> {
	return [{ payload: {} }];
}

function about(booking: Appointment | undefined, facts?: Facts): readonly Happening[] {
	return booking === undefined ? [] : [{ booking, facts }];
}

/** Bookings that are not cancelled, in order of time. */
function kept({ state }: ExampleSandbox): Appointment[] {
	return [...state.appointments.values()]
		.filter(({ cancel }) => cancel === null)
		.sort((a, b) => (a.start < b.start ? -1 : 1));
}

function ahead(sandbox: ExampleSandbox): Appointment[] {
	return kept(sandbox).filter(({ start }) => start > sandbox.clock.iso());
}

/** The booking that this has happened to last. */
function latest(bookings: readonly Appointment[], what: 'createdAt' | 'rescheduledAt') {
	const when = (booking: Appointment) => booking[what] ?? '';
	const [last] = bookings.filter(when).sort((a, b) => (when(a) > when(b) ? -1 : 1));
	return last;
}

function dayAgo({ clock }: ExampleSandbox): string {
	return clock.now().minus({ days: 1 }).toISO() ?? '';
}

async function attendeeLeaves(sandbox: ExampleSandbox): Promise<readonly Happening[]> {
	const booking = ahead(sandbox).find(({ attendees }) => attendees.length > 1);
	const [leaver] = booking?.attendees ?? [];
	if (booking === undefined || leaver === undefined) return [];
	const facts = { cancelledScope: 'attendee', leftAttendeeIds: leaver.id } as const;
	await post(sandbox, `/v4/appointment/${booking.id}/cancel`, { attendeeId: leaver.id });
	return about(sandbox.state.appointments.get(booking.id), facts);
}

/** A meeting in person, so that its room is free. */
async function meetingIsOff(sandbox: ExampleSandbox): Promise<readonly Happening[]> {
	const { appointments } = sandbox.state;
	const booking = ahead(sandbox).find(({ attendees }) => attendees.length === 1);
	if (booking === undefined) return [];
	appointments.set(booking.id, { ...booking, channel: 'local', location: 'Room 2' });
	await post(sandbox, `/v4/appointment/${booking.id}/cancel`, { reason: 'The host is ill' });
	return about(appointments.get(booking.id), { cancelledScope: 'booking' });
}

/** The last meeting that is over. Who books becomes a contact, but this one was put there without. */
async function meetingOfContacts(sandbox: ExampleSandbox): Promise<Appointment | undefined> {
	const { state, clock } = sandbox;
	const booking = kept(sandbox)
		.filter(({ end }) => end <= clock.iso())
		.at(-1);
	for (const { email, firstname, lastname } of booking?.attendees ?? []) {
		if (email === null || state.contacts.at(ids.company, email)) continue;
		await post(sandbox, '/crm', { email, firstName: firstname, lastName: lastname });
	}
	return booking;
}

const INES = {
	email: 'ines.moreau@example.org',
	givenName: 'Ines',
	familyName: 'Moreau',
	timezone: 'Europe/Paris',
};

async function somebodyJoins(sandbox: ExampleSandbox): Promise<IDataObject> {
	const ines = (): User | undefined =>
		[...sandbox.state.users.values()].find(({ email }) => email === INES.email);
	if (ines() === undefined) await post(sandbox, '/v4/user', INES);
	const { email, givenName, familyName } = INES;
	return { id: ines()?.id, email, givenName, familyName, companyId: ids.company };
}

/** What the admin does in meetergo. */
async function post({ url }: ExampleSandbox, path: string, body: object): Promise<void> {
	const answer = await fetch(`${url}${path}`, {
		method: 'POST',
		headers: {
			authorization: `Bearer ${credentials.platformKey}`,
			'x-meetergo-api-user-id': ids.admin,
			'content-type': 'application/json',
		},
		body: JSON.stringify(body),
	});
	if (!answer.ok) throw new Error(`The sandbox refused ${path}: ${await answer.text()}`);
}
