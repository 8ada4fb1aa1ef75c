import { record } from '../../../contract/json.cts';
import { ids } from '../../../sandbox/seed.cts';
import { visit, type Visitor } from './visitor.cts';

const { confirmed, group } = ids.appointments;
const { groupFirst } = ids.attendees;
const LATER = '2026-03-03T10:00:00.000Z';

let visitor: Visitor;
beforeEach(async () => {
	visitor = await visit();
});
afterEach(() => visitor.sandbox.close());

async function lastChange(id: string): Promise<unknown> {
	return record((await visitor.ask('GET', `/v4/appointment/${id}`)).body).updatedAt;
}

it.each<[string, string, string, string, object]>([
	['a cancellation', confirmed, 'POST', 'cancel', {}],
	['a cancellation for all', group, 'POST', 'cancel', { cancelAll: true }],
	['an attendee who leaves', group, 'POST', 'cancel', { attendeeId: groupFirst }],
	['a move', confirmed, 'POST', 'reschedule', { start: '2026-03-10T12:00:00Z' }],
	['a guest', group, 'PATCH', 'guest', { attendeeId: groupFirst, email: 'amir@example.net' }],
	['a note', confirmed, 'PATCH', 'notes', { note: 'Ring twice' }],
	['a transcript', confirmed, 'PATCH', 'transcription', { transcription: '# Survey' }],
	['a summary', confirmed, 'PATCH', 'transcription', { summary: 'All well' }],
])('%s is the last change', async (_, id, method, act, body) => {
	visitor.sandbox.clock.set(LATER);
	const { status } = await visitor.ask(method, `/v4/appointment/${id}/${act}`, { body });
	expect(status).toBeLessThan(300);
	expect(await lastChange(id)).toBe(LATER);
});

it('an attendee who joins a group is its last change', async () => {
	visitor.sandbox.clock.set(LATER);
	const own = { meetingTypeId: ids.meetingTypes.group, start: '2026-03-12T12:00:00Z' };
	expect((await visitor.book(own)).status).toBe(201);
	expect(await lastChange(group)).toBe(LATER);
});

it('a booking that waited was made and changed when it was confirmed', async () => {
	const own = { meetingTypeId: ids.meetingTypes.hostConfirmation, start: '2026-03-10T12:00:00Z' };
	const { provisionalBookingId } = record((await visitor.book(own)).body);
	visitor.sandbox.clock.set(LATER);
	const confirm = `/v4/provisional-booking/${String(provisionalBookingId)}/confirm`;
	const { appointmentId } = record((await visitor.ask('POST', confirm)).body);
	const made = visitor.sandbox.state.appointments.get(String(appointmentId));
	expect(made).toMatchObject({ createdAt: LATER, updatedAt: LATER });
});

it('what is refused changes nothing', async () => {
	const before = await lastChange(confirmed);
	visitor.sandbox.clock.set(LATER);
	const body = { start: '2026-03-10T22:00:00Z' };
	const path = `/v4/appointment/${confirmed}/reschedule`;
	expect((await visitor.ask('POST', path, { body })).status).toBe(400);
	expect(await lastChange(confirmed)).toBe(before);
});
