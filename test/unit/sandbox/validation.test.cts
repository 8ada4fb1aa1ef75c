import { record } from '../../../contract/json.cts';
import { ids } from '../../../sandbox/seed.cts';
import { attendeeOf, bookingOf, visit, type Visitor } from './visitor.cts';

const LIST = '/v4/appointment/paginated';

let visitor: Visitor;
beforeAll(async () => {
	visitor = await visit();
});
afterAll(() => visitor.sandbox.close());

function refused(message: unknown) {
	return { statusCode: 400, message, error: 'Bad Request' };
}

describe('query', () => {
	it('paging is mandatory', async () => {
		const { status, body } = await visitor.ask('GET', LIST);
		expect(status).toBe(400);
		expect(body).toEqual(
			refused(['page must be an integer number', 'pageSize must be an integer number']),
		);
	});

	it.each([
		['a text for a number', { page: 'x', pageSize: 5 }, 'page must be an integer number'],
		['an empty number', { page: '', pageSize: 5 }, 'page must be an integer number'],
		['a fraction', { page: 0.5, pageSize: 5 }, 'page must be an integer number'],
		['too large a page', { page: 0, pageSize: 101 }, 'pageSize must not be greater than 100'],
		['too small a page', { page: -1, pageSize: 5 }, 'page must not be less than 0'],
		[
			'an unknown order',
			{ page: 0, pageSize: 5, sortDirection: 'up' },
			'sortDirection must be one of the following values: ASC, DESC',
		],
		[
			'a time without zone',
			{ page: 0, pageSize: 5, start: '2026-03-02T08:00:00' },
			'start must be a valid ISO 8601 date string',
		],
		['a repeated key', { page: [0, 1], pageSize: 5 }, 'page must be an integer number'],
	])('%s is refused', async (_, query, message) => {
		const { status, body } = await visitor.ask('GET', LIST, { query });
		expect(status).toBe(400);
		expect(body).toEqual(refused([message]));
	});

	it('unknown keys vanish', async () => {
		const query = { page: 0, pageSize: 1, colour: 'blue' };
		expect((await visitor.ask('GET', LIST, { query })).status).toBe(200);
	});

	it('a time zone that is none is refused in the shape that names the field', async () => {
		const { body } = await visitor.ask('GET', '/v4/booking-availability', {
			query: {
				meetingTypeId: ids.meetingTypes.oneToOne,
				hostIds: ids.users.lena,
				start: '2026-03-02',
				end: '2026-03-03',
				timezone: 'Europe/Atlantis',
			},
		});
		expect(body).toEqual({
			statusCode: 400,
			message: 'Validation failed',
			errors: [{ field: 'timezone', message: 'Not an IANA zone' }],
		});
	});
});

describe('body', () => {
	it.each([
		['none', {}],
		['a list', { body: [] }],
		['another type', { body: {}, headers: { 'content-type': 'text/plain' } }],
	])('%s is refused', async (_, how) => {
		const path = `/v4/appointment/${ids.appointments.confirmed}/cancel`;
		const { status, body } = await visitor.ask('POST', path, how);
		expect(status).toBe(400);
		expect(body).toEqual(refused('Expected a JSON object as body'));
	});

	it('broken JSON is refused', async () => {
		const answer = await fetch(`${visitor.sandbox.url}/v4/booking`, {
			method: 'POST',
			headers: {
				authorization: visitor.exchanges[0]?.headers.authorization ?? '',
				'content-type': 'application/json',
			},
			body: '{"start":',
		});
		expect(answer.status).toBe(400);
	});

	it('everything that is missing is listed by its path', async () => {
		const { body } = await visitor.ask('POST', '/v4/booking', { body: { attendee: {} } });
		expect(record(body).message).toEqual([
			'meetingTypeId must be a string',
			'start must be a string',
			'attendee.receiveReminders must be a boolean value',
			'attendee.notes must be an object',
		]);
	});

	it.each([
		[
			'six guests',
			{ attendee: attendeeOf({ bringalongEmails: Array(6).fill('a@example.net') }) },
			'attendee.bringalongEmails must contain no more than 5 elements',
		],
		[
			'a mail that is none',
			{ attendee: attendeeOf({ email: 'dana' }) },
			'attendee.email must be an email',
		],
		['no mail', { attendee: attendeeOf({ email: undefined }) }, 'attendee.email must be an email'],
		['a broken id', { meetingTypeId: '17' }, 'meetingTypeId must be a UUID'],
		[
			'a start without zone',
			{ start: '2026-03-02T12:00:00' },
			'start must be a valid ISO 8601 date string',
		],
		[
			'a long title',
			{ icsTitle: 'x'.repeat(201) },
			'icsTitle must be shorter than or equal to 200 characters',
		],
		['a duration in words', { duration: '30' }, 'duration must be an integer number'],
	])('%s is refused', async (_, own, message) => {
		const { status, body } = await visitor.ask('POST', '/v4/booking', { body: bookingOf(own) });
		expect(status).toBe(400);
		expect(body).toEqual(refused([message]));
	});

	it("an attendee's time zone that is none is refused by field", async () => {
		const { body } = await visitor.book({ attendee: attendeeOf({ timezone: 'Mars/Olympus' }) });
		expect(record(body).errors).toEqual([
			{ field: 'attendee.timezone', message: 'Not an IANA zone' },
		]);
	});

	it('unknown properties vanish, in depth too, while open maps keep every key', async () => {
		const attendee = attendeeOf({ nickname: 'Dan', notes: { 'Floor?': '3' } });
		const { body } = await visitor.book({
			meetingTypeId: ids.meetingTypes.doubleOptIn,
			attendee,
			colour: 'blue',
		});
		const id = String(record(body).provisionalBookingId);
		const { dto } = visitor.sandbox.state.provisionalBookings.get(id) ?? {};
		expect(dto).toEqual(
			bookingOf({
				meetingTypeId: ids.meetingTypes.doubleOptIn,
				attendee: attendeeOf({ notes: { 'Floor?': '3' } }),
			}),
		);
	});
});

describe('path', () => {
	it('an id that is no UUID is a 500 for a meeting type and a 400 elsewhere', async () => {
		expect((await visitor.ask('GET', '/v4/meeting-type/site-survey')).status).toBe(500);
		expect((await visitor.ask('GET', '/v4/appointment/42')).status).toBe(400);
	});
});
