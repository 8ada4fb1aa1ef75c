import { list, record } from '../../../contract/json.cts';
import { credentials, ids } from '../../../sandbox/seed.cts';
import { visit, type Visitor } from './visitor.cts';

const { confirmed, group, cancelled } = ids.appointments;
const { lena, james } = ids.users;

let visitor: Visitor;
beforeEach(async () => {
	visitor = await visit();
});
afterEach(() => visitor.sandbox.close());

function act(id: string, verb: 'cancel' | 'reschedule', body: unknown, token?: string) {
	return visitor.ask('POST', `/v4/appointment/${id}/${verb}`, { body, token });
}

describe('cancel', () => {
	it('answers with the bare appointment and gives its slot back', async () => {
		const { status, body } = await act(confirmed, 'cancel', { reason: 'Flood' });
		expect(status).toBe(201);
		expect(body).toMatchObject({
			id: confirmed,
			isCancelled: true,
			cancel: { actionBy: lena, reason: 'Flood', actionAt: '2026-03-02T08:00:00.000Z' },
			updatedAt: '2026-03-02T08:00:00.000Z',
		});
		expect((await visitor.book({ start: '2026-03-10T08:00:00Z' })).status).toBe(201);
	});

	it('a second time is refused', async () => {
		const { status, body } = await act(cancelled, 'cancel', {});
		expect(status).toBe(400);
		expect(record(body).message).toBe('Appointment is already cancelled');
	});

	it('a reason of more than 500 characters is refused', async () => {
		expect((await act(confirmed, 'cancel', { reason: 'x'.repeat(501) })).status).toBe(400);
		expect((await act(confirmed, 'cancel', { reason: 'x'.repeat(500) })).status).toBe(201);
	});

	it('a group wants to know for whom', async () => {
		expect((await act(group, 'cancel', {})).status).toBe(400);
		expect((await act(group, 'cancel', { cancelAll: false })).status).toBe(400);
		const { body } = await act(group, 'cancel', { cancelAll: true });
		expect(record(body).isCancelled).toBe(true);
	});

	it('one attendee leaves a group, the last one ends it', async () => {
		const { groupFirst, groupSecond } = ids.attendees;
		const first = await act(group, 'cancel', { attendeeId: groupFirst });
		expect(first.body).toMatchObject({ isCancelled: false, attendeeIds: [groupSecond] });
		expect((await act(group, 'cancel', { attendeeId: groupFirst })).status).toBe(404);
		const second = await act(group, 'cancel', { attendeeId: groupSecond });
		expect(record(second.body).isCancelled).toBe(true);
	});

	it('is not for those who do not host it', async () => {
		expect((await act(confirmed, 'cancel', {}, credentials.memberToken)).status).toBe(404);
	});
});

describe('reschedule', () => {
	it('keeps the duration, counts, and tells where the appointment was', async () => {
		const { status, body } = await act(confirmed, 'reschedule', { start: '2026-03-10T12:00:00Z' });
		expect(status).toBe(201);
		expect(body).toMatchObject({
			previousStart: '2026-03-10T08:00:00.000Z',
			appointment: {
				id: confirmed,
				start: '2026-03-10T12:00:00.000Z',
				end: '2026-03-10T12:45:00.000Z',
				rescheduleCount: 1,
				rescheduledAt: '2026-03-02T08:00:00.000Z',
			},
		});
		expect((await visitor.book({ start: '2026-03-10T08:00:00Z' })).status).toBe(201);
		expect((await visitor.book({ start: '2026-03-10T12:00:00Z' })).status).toBe(400);
	});

	it('may overlap with where it was', async () => {
		const moved = await act(confirmed, 'reschedule', { start: '2026-03-10T08:15:00Z' });
		expect(moved.status).toBe(201);
	});

	it('is checked against what is offered, unless told otherwise', async () => {
		const start = '2026-03-10T20:00:00Z';
		const { status, body } = await act(confirmed, 'reschedule', { start });
		expect(status).toBe(400);
		expect(record(body).errorCode).toBe('slot-occupied');
		const forced = await act(confirmed, 'reschedule', { start, ignoreAvailability: true });
		expect(forced.status).toBe(201);
	});

	it('a group does not move into another group', async () => {
		const { body } = await visitor.book({
			meetingTypeId: ids.meetingTypes.group,
			start: '2026-03-12T14:00:00Z',
		});
		const id = String(record(body).appointmentId);
		expect((await act(id, 'reschedule', { start: '2026-03-12T12:00:00Z' })).status).toBe(400);
		expect((await act(id, 'reschedule', { start: '2026-03-12T13:00:00Z' })).status).toBe(201);
	});

	it('is refused once cancelled, and to those who do not host it', async () => {
		const body = { start: '2026-03-10T12:00:00Z' };
		expect((await act(cancelled, 'reschedule', body)).status).toBe(400);
		expect((await act(confirmed, 'reschedule', body, credentials.memberToken)).status).toBe(404);
	});
});

describe('list', () => {
	const query = { page: 0, pageSize: 100 };

	async function idsOf(own: object, token?: string): Promise<unknown[]> {
		const how = { query: { ...query, ...own }, token };
		const { body } = await visitor.ask('GET', '/v4/appointment/paginated', how);
		return list(record(body).appointments).map((appointment) => record(appointment).id);
	}

	it("shows the caller's own, cancelled ones included, by start", async () => {
		expect(await idsOf({})).toEqual([cancelled, confirmed, group]);
		expect(await idsOf({}, credentials.memberToken)).toEqual([]);
	});

	it('shows those of others to admins only', async () => {
		expect(await idsOf({ userId: james })).toEqual([]);
		const ask = (userId: string) =>
			visitor.ask('GET', '/v4/appointment/paginated', {
				query: { ...query, userId },
				token: credentials.memberToken,
			});
		expect((await ask(lena)).status).toBe(403);
		expect((await ask(james)).status).toBe(200);
	});

	it.each([
		['start', { start: '2026-03-10T08:00:00Z' }, [confirmed, group]],
		['end', { end: '2026-03-10T09:00:00+01:00' }, [cancelled, confirmed]],
		['meeting type', { meetingTypeId: ids.meetingTypes.group }, [group]],
		['search', { search: 'BRUNO' }, [group]],
		['status confirmed', { status: 'confirmed' }, [confirmed, group]],
		['status cancelled', { status: 'cancelled' }, [cancelled]],
		['descending order', { sortDirection: 'DESC' }, [group, confirmed, cancelled]],
		[
			'order by creation within a window',
			{ sortBy: 'appointment.createdAt', start: '2026-03-10T08:00:00Z' },
			[group, confirmed],
		],
	])('%s', async (_, own, expected) => {
		expect(await idsOf(own)).toEqual(expected);
	});

	it.each(['ASC', 'DESC'])('pages put together give everything once, %s', async (sortDirection) => {
		const all = await idsOf({ sortDirection });
		const pages = await Promise.all(
			[0, 1, 2].map((page) => idsOf({ sortDirection, page, pageSize: 2 })),
		);
		expect(pages.map((page) => page.length)).toEqual([2, 1, 0]);
		expect(pages.flat()).toEqual(all);
	});

	it('follows bookings, moves and cancellations', async () => {
		const { body } = await visitor.book({ start: '2026-03-10T12:00:00Z' });
		const id = String(record(body).appointmentId);
		expect(await idsOf({})).toEqual([cancelled, confirmed, id, group]);
		await act(id, 'reschedule', { start: '2026-03-13T08:00:00Z' });
		expect(await idsOf({})).toEqual([cancelled, confirmed, group, id]);
		expect(await idsOf({ sortBy: 'appointment.createdAt', sortDirection: 'DESC' })).toContain(id);
		await act(id, 'cancel', {});
		expect(await idsOf({ status: 'cancelled' })).toEqual([cancelled, id]);
	});
});
