import type { INodeParameters } from 'n8n-workflow';
import { column, failed, failingAlike, jsonOf, refusal } from './outcome.cts';
import { addPending } from './pendingBookings.cts';
import { bothCredentials, byId, credentials, ids, useStage, wire } from './stage.cts';

const stage = useStage({ forEachTest: true });

const { users, meetingTypes } = ids;
const member = { accessToken: credentials.memberToken };

function list(more: INodeParameters = {}): INodeParameters {
	return { resource: 'booking', operation: 'getAllPending', ...more };
}

function queries() {
	return stage.exchanges.map(({ query }) => query);
}

describe.each(bothCredentials)('pending bookings with %s', (authentication) => {
	it('are got in ten flat fields', async () => {
		const { id } = addPending(stage);
		const { items } = await stage.run({ authentication, ...list() });
		expect(items).toEqual([
			{
				json: {
					pendingBookingId: id,
					bookingState: 'pending',
					status: 'pending',
					waitsFor: 'host',
					start: '2026-03-03T09:00:00.000+01:00',
					meetingTypeId: meetingTypes.hostConfirmation,
					attendeeName: 'Tomas Berg',
					attendeeEmail: 'tomas.berg@example.net',
					hostName: 'Lena Okafor',
					createdAt: '2026-03-01T13:00:00.000+01:00',
				},
				pairedItem: { item: 0 },
			},
		]);
		expect(queries()).toEqual([{ page: '0', pageSize: '50', status: 'pending' }]);
	});

	it('of everyone take one request', async () => {
		const mine = addPending(stage);
		const other = addPending(stage, { hostIds: [users.james] });
		const result = await stage.run({ authentication, ...list({ hosts: 'everyone' }) });
		expect(column(result, 'pendingBookingId')).toEqual([mine.id, other.id]);
		expect(queries()).toEqual([{ page: '0', pageSize: '50', status: 'pending', all: 'true' }]);
	});

	it('of chosen hosts come host by host, each once', async () => {
		const mine = addPending(stage);
		const shared = addPending(stage, { hostIds: [users.lena, users.james] });
		const other = addPending(stage, { hostIds: [users.james] });
		const chosen = list({ hosts: 'chosen', hostIds: [users.james, users.lena] });
		const result = await stage.run({ authentication, ...chosen });
		expect(column(result, 'pendingBookingId')).toEqual([shared.id, other.id, mine.id]);
		expect(queries().map(({ userId }) => userId)).toEqual([users.james, users.lena]);
	});
});

it('stop at the limit over several hosts', async () => {
	addPending(stage);
	const shared = addPending(stage, { hostIds: [users.lena, users.james] });
	const other = addPending(stage, { hostIds: [users.james] });
	const hostIds = [users.james, users.lena];
	const two = await stage.run(list({ hosts: 'chosen', hostIds, limit: 2 }));
	expect(column(two, 'pendingBookingId')).toEqual([shared.id, other.id]);
	expect(wire(stage)).toHaveLength(1);
	const three = await stage.run(list({ hosts: 'chosen', hostIds, limit: 3 }));
	expect(three.items).toHaveLength(3);
});

it('come back once each over several pages', async () => {
	const all = Array.from({ length: 130 }, () => addPending(stage).id);
	const result = await stage.run(list({ returnAll: true }));
	expect(column(result, 'pendingBookingId')).toEqual(all);
	expect(queries().map(({ page, pageSize }) => [page, pageSize])).toEqual([
		['0', '100'],
		['1', '100'],
	]);
});

it('tell for whom they wait, and when in the zone of the node', async () => {
	addPending(stage, { type: 'doubleOptIn' });
	addPending(stage);
	const result = await stage.run(list({ options: { timezone: 'America/New_York' } }));
	expect(column(result, 'waitsFor')).toEqual(['attendee', 'host']);
	expect(column(result, 'start')[0]).toBe('2026-03-03T03:00:00.000-05:00');
});

it.each([
	['confirmed', 'confirmed'],
	['declined_by_host', 'cancelled'],
	['expired', 'cancelled'],
] as const)('that are none any more are found: %s', async (status, bookingState) => {
	addPending(stage);
	const settled = addPending(stage, { status });
	const result = await stage.run(list({ filters: { status } }));
	expect(jsonOf(result)).toMatchObject([
		{
			pendingBookingId: settled.id,
			status,
			bookingState,
			waitsFor: null,
			attendeeName: 'Tomas Berg',
		},
	]);
	expect(Object.keys(result.items[0]?.json ?? {})).toHaveLength(10);
});

it('are those of one meeting type', async () => {
	addPending(stage);
	const wanted = addPending(stage, { meetingTypeId: meetingTypes.doubleOptIn });
	const filters = { meetingTypeId: meetingTypes.doubleOptIn };
	const result = await stage.run(list({ hosts: 'everyone', filters }));
	expect(column(result, 'pendingBookingId')).toEqual([wanted.id]);
});

it('are those of the user acted as', async () => {
	addPending(stage);
	const wanted = addPending(stage, { hostIds: [users.james] });
	const james = { authentication: 'platformApiKey', actingUser: byId(users.james) };
	expect(column(await stage.run(list(james)), 'pendingBookingId')).toEqual([wanted.id]);
});

it('show what is unknown as null', async () => {
	const body = { provisionalBookings: [{ id: 'pb_7', type: 'DoubleOptIn' }], total: 1 };
	stage.sandbox.faults.add({ kind: 'garbage', body: JSON.stringify(body) });
	expect(jsonOf(await stage.run(list()))).toEqual([
		{
			pendingBookingId: 'pb_7',
			bookingState: 'pending',
			status: 'pending',
			waitsFor: 'attendee',
			start: null,
			meetingTypeId: null,
			attendeeName: null,
			attendeeEmail: null,
			hostName: null,
			createdAt: null,
		},
	]);
});

it("are got with a member's token where they are the member's own", async () => {
	addPending(stage);
	const own = addPending(stage, { hostIds: [users.james] });
	const result = await stage.run(list(), { credential: member });
	expect(column(result, 'pendingBookingId')).toEqual([own.id]);
});

it.each([
	['everyone', { hosts: 'everyone' }],
	['another host', { hosts: 'chosen', hostIds: [users.lena] }],
	['one meeting type', { filters: { meetingTypeId: meetingTypes.doubleOptIn } }],
])("explain that a member's token may not see those of %s", async (_name, whose) => {
	expect(await failingAlike(stage, list(whose), { credential: member })).toEqual(
		failed('meetergo did not allow this', {
			httpCode: 403,
			code: 'permissionDenied',
			description: expect.stringMatching(
				/^Only admins may see the pending bookings of others, or filter by meeting type; with a platform key, act as an admin\./,
			),
		}),
	);
});

it.each([
	[
		'a status that does not exist',
		{ filters: { status: '={{ "open" }}' } },
		refusal('Status', '"open" is not one of: confirmed, declined_by_host, expired, pending.'),
	],
	[
		'a meeting type by name',
		{ filters: { meetingTypeId: 'advice' } },
		refusal(
			'Meeting Type ID',
			'"advice" is no meeting type ID. An ID looks like 9a7e4d10-53c2-4f0b-8b6d-2c1e7f5a8d33.',
		),
	],
])('are not asked for with %s', async (_name, given, told) => {
	expect(await failingAlike(stage, list(given))).toEqual(told);
	expect(wire(stage)).toEqual([]);
});
