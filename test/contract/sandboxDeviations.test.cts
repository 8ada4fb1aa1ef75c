import { deviationsOf, type Exchange } from '../../contract/validate.cts';
import { credentials, ids } from '../../sandbox/seed.cts';
import { attendeeOf, bookingOf } from '../unit/sandbox/visitor.cts';

const PAT = { authorization: `Bearer ${credentials.adminToken}` };
const KEY = { authorization: `Bearer ${credentials.platformKey}` };

const question = { id: ids.dataFields.budget, label: 'Budget', fieldType: 'number' };

function exchange(own: Partial<Exchange>): Exchange {
	return {
		method: 'GET',
		path: '/v4/meeting-type',
		query: {},
		headers: PAT,
		requestBody: undefined,
		status: 200,
		responseBody: [],
		faulted: false,
		...own,
	};
}

function booking(body: object): Partial<Exchange> {
	return {
		method: 'POST',
		path: '/v4/booking',
		requestBody: bookingOf({ ...body }),
		status: 201,
		responseBody: { appointmentId: ids.appointments.confirmed },
	};
}

function list(query: Exchange['query']): Partial<Exchange> {
	return { path: '/v4/appointment/paginated', query, responseBody: { appointments: [] } };
}

it.each<[string, Partial<Exchange>]>([
	['a list', {}],
	['a page', list({ page: '0', pageSize: '100' })],
	['a booking', booking({})],
	['open maps', booking({ attendee: attendeeOf({ notes: { 'Any question?': 'Yes' } }) })],
	['an acting user', { headers: { ...KEY, 'x-meetergo-api-user-id': ids.admin } }],
	['an alias', { path: '/availability' }],
	['unknown properties in an answer', { responseBody: [{ id: ids.queue, colour: 'blue' }] }],
	['a repeated key', slots({ hostIds: [ids.users.lena, ids.users.mila] })],
	['a single value for a list', slots({ hostIds: ids.users.lena })],
	['an empty answer where none is described', deletion()],
	[
		'an empty answer where null will do',
		{ path: '/v4/appointment/current', responseBody: undefined },
	],
	['an empty object where no body is taken', { ...deletion(), requestBody: {} }],
	['an empty answer to a changed contact', contactUpdate({ title: 'Owner', crmCompanyId: null })],
	['a bare list of data fields', dataFields([question])],
	['a wrapped one', dataFields({ items: [question], total: 1 })],
	['one wrapped under another name', dataFields({ data: [question], total: 1 })],
])('%s is no deviation', (_, own) => {
	expect(deviationsOf(exchange(own))).toEqual([]);
});

function slots(query: Exchange['query']): Partial<Exchange> {
	const window = { start: '2026-03-02', end: '2026-03-03' };
	return {
		path: '/v4/booking-availability',
		query: { meetingTypeId: ids.meetingTypes.oneToOne, ...window, ...query },
		responseBody: { dates: [] },
	};
}

function contactUpdate(requestBody: unknown): Partial<Exchange> {
	const path = `/crm/${ids.contacts.tomas}`;
	return { method: 'PATCH', path, requestBody, responseBody: undefined };
}

function dataFields(responseBody: unknown): Partial<Exchange> {
	return { path: '/v4/data-field', responseBody };
}

function deletion(): Partial<Exchange> {
	const path = `/v4/meeting-type/${ids.meetingTypes.oneToOne}`;
	return { method: 'DELETE', path, status: 200, responseBody: undefined };
}

describe('addresses and credentials', () => {
	it.each<[string, Partial<Exchange>, string]>([
		['an unknown address', { path: '/v4/webhooks' }, 'unknown address'],
		['contacts below the version', { path: '/v4/crm' }, 'unknown address'],
		['a wrong method', { method: 'PUT' }, 'only GET, POST here'],
		['no credential', { headers: {} }, 'no bearer credential'],
		[
			'an acting user beside a token',
			{ headers: { ...PAT, 'x-meetergo-api-user-id': ids.admin } },
			'a personal access token must not name an acting user',
		],
		[
			'a platform key without its acting user',
			{ headers: KEY },
			'a platform key has to name the acting user',
		],
		[
			'an acting user that is no id',
			{ headers: { ...KEY, 'x-meetergo-api-user-id': 'lena' } },
			'header x-meetergo-api-user-id must match format "uuid"',
		],
		[
			'a token where only keys may go',
			{ ...deletion(), path: `/v4/user/${ids.users.james}` },
			'closed to personal access tokens',
		],
		[
			'an id that is none',
			{ path: '/v4/meeting-type/17', responseBody: { id: ids.queue } },
			'path id must match format "uuid"',
		],
	])('%s', (_, own, text) => {
		const { method, path } = exchange(own);
		expect(deviationsOf(exchange(own))).toEqual([`${method} ${path}: ${text}`]);
	});
});

describe('queries and bodies', () => {
	it.each<[string, Partial<Exchange>, string]>([
		['a missing key', list({ page: '0' }), 'query pageSize is missing'],
		[
			'an unknown key',
			list({ page: '0', pageSize: '5', limit: '5' }),
			'query limit is not documented',
		],
		['brackets', slots({ 'hostIds[0]': ids.users.lena }), 'query hostIds[0] is not documented'],
		['a word for a number', list({ page: 'first', pageSize: '5' }), 'query page must be integer'],
		['a repeated single', list({ page: ['0', '1'], pageSize: '5' }), 'query page must be integer'],
		['too large a page', list({ page: '0', pageSize: '500' }), 'query pageSize must be <= 100'],
		['a word for a switch', slots({ troubleshoot: 'yes' }), 'query troubleshoot must be boolean'],
		['a missing body', { ...booking({}), requestBody: undefined }, 'body is missing'],
		['a body with a GET', { requestBody: {} }, 'takes no body'],
		['a body where none is taken', { ...deletion(), requestBody: { a: 1 } }, 'takes no body'],
		['an unknown property', booking({ colour: 'blue' }), 'body colour is not documented'],
		['a mail that is to go', contactUpdate({ email: null }), 'body/email must be string'],
		[
			'one in depth',
			booking({ attendee: attendeeOf({ firstName: 'Dana' }) }),
			'body attendee.firstName is not documented',
		],
		[
			'a missing property',
			booking({ attendee: { email: 'dana@example.net', notes: {} } }),
			"body/attendee must have required property 'receiveReminders'",
		],
		[
			'a local start',
			booking({ start: '2026-03-02T12:00:00' }),
			'body/start must match format "date-time"',
		],
	])('%s', (_, own, text) => {
		const { method, path } = exchange(own);
		expect(deviationsOf(exchange(own))).toEqual([`${method} ${path}: ${text}`]);
	});

	it('list items are looked into as well', () => {
		const own = {
			method: 'POST',
			path: '/v4/meeting-type',
			status: 201,
			responseBody: { id: ids.meetingTypes.oneToOne },
			requestBody: {
				meetingInfo: { name: 'Survey', description: '', duration: 30, channel: 'phone' },
				metadata: { ticket: '17' },
				resourceChannels: [{ resourceId: 'a', colour: 'blue' }],
			},
		};
		expect(deviationsOf(exchange(own))).toEqual([
			'POST /v4/meeting-type: body resourceChannels[0].colour is not documented',
		]);
	});
});

describe('answers', () => {
	it.each<[string, Partial<Exchange>, RegExp]>([
		[
			'an undocumented status',
			{ status: 404, responseBody: { message: 'x' } },
			/answer 404 is not/,
		],
		['a wrong type', { responseBody: {} }, /answer 200 must be array/],
		['a record without its id', { responseBody: [{}] }, /answer 200\/0 must have .*'id'/],
		['an empty body', { responseBody: undefined }, /answer 200 must be array/],
		[
			'a kind of question that is none',
			dataFields({ items: [{ ...question, fieldType: 'text' }] }),
			/answer 200\/items\/0\/fieldType must be equal to one of/,
		],
		[
			'an error without a message',
			{ status: 400, responseBody: {} },
			/answer 400 must have .*'message'/,
		],
	])('%s', (_, own, text) => {
		const found = deviationsOf(exchange(own));
		expect(found).toContainEqual(expect.stringMatching(text));
		expect(deviationsOf(exchange({ ...own, faulted: true }))).toEqual([]);
	});
});
