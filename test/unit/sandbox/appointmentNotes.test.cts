import { list, record, type Json } from '../../../contract/json.cts';
import { credentials, ids } from '../../../sandbox/seed.cts';
import { strayAnswers, visit, type Visit, type Visitor } from './visitor.cts';

const { confirmed, group } = ids.appointments;
const asJames = { token: credentials.memberToken };
const LATER = '2026-03-03T10:00:00.000Z';

let visitor: Visitor;
beforeEach(async () => {
	visitor = await visit();
	visitor.sandbox.clock.set(LATER);
});
afterEach(async () => {
	await visitor.sandbox.close();
	expect(strayAnswers(visitor)).toEqual([]);
});

function write(what: 'guest' | 'notes' | 'transcription', body: unknown, how: Visit = {}) {
	return visitor.ask('PATCH', `/v4/appointment/${confirmed}/${what}`, { ...how, body });
}

async function read(): Promise<Json> {
	return record((await visitor.ask('GET', `/v4/appointment/${confirmed}`)).body);
}

describe('note', () => {
	it('replaces the one before, and is shown from then on', async () => {
		expect((await read()).note).toBe(null);
		await write('notes', { note: 'Bring the ladder' });
		const { status, body } = await write('notes', { note: 'Ring twice' });
		expect(status).toBe(200);
		expect(body).toMatchObject({ id: confirmed, note: 'Ring twice', updatedAt: LATER });
		expect(await read()).toEqual(body);
	});

	it('has to be there, but may be empty', async () => {
		expect((await write('notes', {})).status).toBe(400);
		expect((await write('notes', { note: '' })).body).toMatchObject({ note: '' });
	});
});

describe('transcription', () => {
	it('what is left out stays, null clears', async () => {
		await write('transcription', { transcription: '# Survey', summary: 'All well' });
		expect((await write('transcription', { summary: 'Leaking' })).body).toMatchObject({
			transcription: '# Survey',
			summary: 'Leaking',
		});
		expect((await write('transcription', { transcription: null })).body).toMatchObject({
			transcription: null,
			summary: 'Leaking',
		});
	});

	it('an empty body changes nothing but the time of the last change', async () => {
		const before = await read();
		const { status, body } = await write('transcription', {});
		expect(status).toBe(200);
		expect(body).toMatchObject({ transcription: null, summary: null, updatedAt: LATER });
		expect(before.updatedAt).not.toBe(LATER);
	});
});

describe('guest', () => {
	const attendeeId = ids.attendees.confirmed;

	function add(email: string) {
		return write('guest', { attendeeId, email });
	}

	it('comes along with an attendee', async () => {
		const { status, text } = await add('amir@example.net');
		expect([status, text]).toEqual([204, '']);
		await add('beate@example.net');
		const appointment = await read();
		expect(appointment.updatedAt).toBe(LATER);
		expect(list(appointment.attendees)).toMatchObject([
			{ id: attendeeId, bringalongEmails: ['amir@example.net', 'beate@example.net'] },
		]);
	});

	it('of a group belongs to one attendee alone', async () => {
		const { groupFirst, groupSecond } = ids.attendees;
		const body = { attendeeId: groupSecond, email: 'amir@example.net' };
		await visitor.ask('PATCH', `/v4/appointment/${group}/guest`, { body });
		const { attendees } = visitor.sandbox.state.appointments.get(group) ?? {};
		expect(attendees).toMatchObject([
			{ id: groupFirst, bringalongEmails: [] },
			{ id: groupSecond, bringalongEmails: ['amir@example.net'] },
		]);
	});

	it('is not let in twice', async () => {
		await add('amir@example.net');
		expect((await add('Amir@Example.net')).body).toMatchObject({
			statusCode: 400,
			message: ['email is a guest of this attendee already'],
		});
	});

	it('is turned away when five are there', async () => {
		for (const name of ['a', 'b', 'c', 'd', 'e']) {
			expect((await add(`${name}@example.net`)).status).toBe(204);
		}
		expect((await add('f@example.net')).body).toMatchObject({
			statusCode: 400,
			message: ['email must not be that of guest number 6'],
		});
	});

	it('needs an attendee of this appointment, and a mail that is one', async () => {
		const email = 'amir@example.net';
		const stranger = { attendeeId: ids.attendees.groupFirst, email };
		expect((await write('guest', stranger)).status).toBe(404);
		expect((await add('amir')).body).toMatchObject({ message: ['email must be an email'] });
	});
});

it.each([
	['guest', { attendeeId: ids.attendees.confirmed, email: 'amir@example.net' }],
	['notes', { note: 'Mine' }],
	['transcription', { summary: 'Mine' }],
] as const)('%s is not for those who do not host it', async (what, body) => {
	expect((await write(what, body, asJames)).status).toBe(404);
	expect((await read()).updatedAt).not.toBe(LATER);
});
