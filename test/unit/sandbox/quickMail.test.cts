import { record, type Json } from '../../../contract/json.cts';
import { credentials, ids } from '../../../sandbox/seed.cts';
import { attendeeOf, strayAnswers, visit, type Visit, type Visitor } from './visitor.cts';

const attendeeId = ids.attendees.confirmed;

let visitor: Visitor;
beforeEach(async () => {
	visitor = await visit();
});
afterEach(async () => {
	await visitor.sandbox.close();
	expect(strayAnswers(visitor)).toEqual([]);
});

function send(own: Json = {}, how: Visit = {}) {
	const body = { attendeeId, title: 'Tomorrow', content: 'Please clear the cellar.', ...own };
	return visitor.ask('POST', '/v4/attendee/quick-mail', { ...how, body });
}

it('is kept in the order of sending, and answered without a body', async () => {
	const { status, text } = await send();
	expect([status, text]).toEqual([201, '']);
	visitor.sandbox.clock.advance(1000);
	await send({ title: 'PS' });
	const mail = { attendeeId, content: 'Please clear the cellar.' };
	expect(visitor.sandbox.state.mails).toEqual([
		{ ...mail, title: 'Tomorrow', sentAt: '2026-03-02T08:00:00.000Z' },
		{ ...mail, title: 'PS', sentAt: '2026-03-02T08:00:01.000Z' },
	]);
	const { body } = await visitor.ask('GET', '/__sandbox/state', { token: null });
	expect(record(body).counts).toMatchObject({ mails: 2 });
});

it.each([
	['an empty title', { title: '' }, ['title should not be empty']],
	['an empty content', { content: '' }, ['content should not be empty']],
	['a missing title', { title: undefined }, ['title must be a string']],
	['an unknown attendee', { attendeeId: ids.company }, 'Attendee not found'],
])('%s is refused', async (_, own, message) => {
	const { status, body } = await send(own);
	expect([status, record(body).message]).toEqual([400, message]);
	expect(visitor.sandbox.state.mails).toEqual([]);
});

it('an attendee without a mail gets none', async () => {
	const { body } = await visitor.book({
		meetingTypeId: ids.meetingTypes.phoneOnly,
		phoneOnlyBooking: true,
		attendee: attendeeOf({ email: undefined, phone: '+43 1 234567' }),
	});
	const { appointments } = visitor.sandbox.state;
	const [caller] = appointments.get(String(record(body).appointmentId))?.attendees ?? [];
	expect((await send({ attendeeId: caller?.id })).body).toMatchObject({
		statusCode: 400,
		message: 'Attendee has no email',
	});
});

it('reaches attendees of appointments that the caller may see', async () => {
	const token = credentials.memberToken;
	expect((await send({}, { token })).body).toMatchObject({ message: 'Attendee not found' });
	const own = { meetingTypeId: ids.meetingTypes.member, hostIds: [ids.users.james] };
	const { body } = await visitor.book({ ...own, start: '2026-03-03T15:00:00Z' });
	const { appointments } = visitor.sandbox.state;
	const [guest] = appointments.get(String(record(body).appointmentId))?.attendees ?? [];
	expect((await send({ attendeeId: guest?.id }, { token })).status).toBe(201);
	expect((await send({ attendeeId: guest?.id })).status).toBe(201);
});
