import { list, record, type Json } from '../../../contract/json.cts';
import type { Contact } from '../../../sandbox/records/contacts.cts';
import { ids } from '../../../sandbox/seed.cts';
import { attendeeOf, strayAnswers, visit, type Visitor } from './visitor.cts';

const { hostConfirmation, phoneOnly, group } = ids.meetingTypes;
const MAIL = 'dana.haddad@example.net';
const PHONE = '+43 1 234567';
const STARTS = ['2026-03-02T12:00:00Z', '2026-03-03T12:00:00Z', '2026-03-03T13:00:00Z'];

let visitor: Visitor;
beforeEach(async () => {
	visitor = await visit();
});
afterEach(async () => {
	await visitor.sandbox.close();
	expect(strayAnswers(visitor)).toEqual([]);
});

function at(address: string): Contact | undefined {
	return visitor.sandbox.state.contacts.at(ids.company, address);
}

function count(): number {
	return visitor.sandbox.state.contacts.size;
}

/** Books Lena's first start, or a later one. */
async function book(own: Json = {}, turn = 0): Promise<string> {
	const { status, body } = await visitor.book({ start: STARTS[turn], ...own });
	expect(status).toBe(201);
	return String(record(body).appointmentId);
}

async function details(query: { contactId?: string; attendeeId?: string }) {
	return record((await visitor.ask('GET', '/crm/details', { query })).body);
}

function attendeeIdsOf(appointmentId: string): string[] {
	const { attendees = [] } = visitor.sandbox.state.appointments.get(appointmentId) ?? {};
	return attendees.map(({ id }) => id);
}

it('a booking makes a contact of its attendee', async () => {
	const id = await book({ attendee: attendeeOf({ phone: PHONE, language: 'de' }) });
	expect(count()).toBe(10);
	expect(at(MAIL)).toMatchObject({
		firstName: 'Dana',
		lastName: 'Haddad',
		email: MAIL,
		phoneNumber: PHONE,
		language: 'de',
		tags: [],
		createdAt: '2026-03-02T08:00:00.000Z',
	});
	const [attendeeId] = attendeeIdsOf(id);
	expect(await details({ attendeeId })).toMatchObject({
		item: { id: at(MAIL)?.id },
		appointments: [{ id, isCancelled: false }],
		nextAppointmentIso: '2026-03-02T12:00:00.000Z',
	});
});

it('names that are given apart are kept so', async () => {
	const names = { fullname: 'Dr Dana H.', firstname: 'Dana', lastname: 'El Haddad' };
	await book({ attendee: attendeeOf(names) });
	expect(at(MAIL)).toMatchObject({ firstName: 'Dana', lastName: 'El Haddad' });
	await book({ attendee: attendeeOf({ email: 'x@example.net', fullname: undefined }) }, 1);
	expect(at('x@example.net')).toMatchObject({ firstName: null, lastName: null });
});

it('a contact who is there already is left as it is, and recurs from the second booking on', async () => {
	const before = visitor.sandbox.state.contacts.get(ids.contacts.greta);
	const attendee = attendeeOf({ email: 'GRETA.haddad@example.net', phone: PHONE });
	await book({ attendee });
	expect(at('greta.haddad@example.net')).toEqual(before);
	visitor.sandbox.clock.advance(1000);
	await book({ attendee }, 1);
	const updatedAt = '2026-03-02T08:00:01.000Z';
	const tags = ['Lead', 'Trade fair', 'Recurring'];
	const after = { ...before, tags, updatedAt };
	expect(at('greta.haddad@example.net')).toEqual(after);
	visitor.sandbox.clock.advance(1000);
	await book({ attendee }, 2);
	expect(at('greta.haddad@example.net')).toEqual(after);
	expect(count()).toBe(9);
});

it('somebody without a mail is known by the phone number', async () => {
	const attendee = attendeeOf({ email: undefined, phone: PHONE });
	const own = { meetingTypeId: phoneOnly, phoneOnlyBooking: true, attendee };
	const first = await book(own);
	const second = await book(own, 1);
	expect(count()).toBe(10);
	expect(at(PHONE)).toMatchObject({ email: null, phoneNumber: PHONE, tags: ['Recurring'] });
	const [attendeeId] = attendeeIdsOf(second);
	const { item, appointments } = await details({ attendeeId });
	expect(item).toMatchObject({ phoneNumber: PHONE });
	expect(list(appointments)).toMatchObject([{ id: second }, { id: first }]);
});

it('a booking that waits makes one when it is confirmed', async () => {
	const { body } = await visitor.book({ meetingTypeId: hostConfirmation });
	expect(at(MAIL)).toBeUndefined();
	const id = String(record(body).provisionalBookingId);
	await visitor.ask('POST', `/v4/provisional-booking/${id}/confirm`);
	expect(at(MAIL)).toBeDefined();
});

it('whoever joins a group becomes one too', async () => {
	await book({ meetingTypeId: group, start: '2026-03-12T12:00:00Z' });
	const { appointments } = await details({ contactId: at(MAIL)?.id });
	expect(appointments).toMatchObject([{ id: ids.appointments.group }]);
});

it('appointments are listed from the latest, and the next one is the first to come', async () => {
	const first = await book();
	const second = await book({}, 1);
	const third = await book({}, 2);
	const contactId = at(MAIL)?.id;
	const start = '2026-03-03T12:00:00.000Z';
	expect(await details({ contactId })).toMatchObject({
		appointments: [{ id: third }, { id: second }, { id: first }],
		nextAppointmentIso: '2026-03-02T12:00:00.000Z',
	});
	visitor.sandbox.clock.set('2026-03-02T18:00:00Z');
	expect(await details({ contactId })).toMatchObject({ nextAppointmentIso: start });
	await visitor.ask('POST', `/v4/appointment/${second}/cancel`, { body: {} });
	expect(await details({ contactId })).toMatchObject({
		nextAppointmentIso: '2026-03-03T13:00:00.000Z',
		appointments: [{ id: third }, { id: second, isCancelled: true }, { id: first }],
	});
});

it('they follow the attendees, and the mail of the contact', async () => {
	const id = await book();
	const contact = at(MAIL);
	const body = { email: 'amina.costa+2@example.net' };
	await visitor.ask('PATCH', `/crm/${contact?.id}`, { body });
	expect(await details({ contactId: contact?.id })).toMatchObject({ appointments: [] });
	await visitor.ask('PATCH', `/crm/${contact?.id}`, { body: { email: MAIL } });
	expect(await details({ contactId: contact?.id })).toMatchObject({ appointments: [{ id }] });
	const { groupFirst } = ids.attendees;
	const path = `/v4/appointment/${ids.appointments.group}/cancel`;
	await visitor.ask('POST', path, { body: { attendeeId: groupFirst } });
	expect(await details({ contactId: ids.contacts.amina })).toMatchObject({ appointments: [] });
});
