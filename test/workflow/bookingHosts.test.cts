import type { INodeParameters } from 'n8n-workflow';
import { column, failed, failingAlike } from './outcome.cts';
import { bothCredentials, byId, credentials, ids, useStage, wire } from './stage.cts';

const stage = useStage({ forEachTest: true, seed: { bookings: 103 } });

const { users } = ids;
const member = { accessToken: credentials.memberToken };

function list(more: INodeParameters): INodeParameters {
	return { resource: 'booking', operation: 'getAll', returnAll: true, ...more };
}

/** The bookings of some hosts in the order of their starts, one host after the other. */
function bookingsOf(...hosts: string[]): string[] {
	const { appointments } = stage.sandbox.state;
	return hosts.flatMap((host) => appointments.of(host).map(({ id }) => id));
}

describe.each(bothCredentials)('an admin with %s', (authentication) => {
	it('gets the bookings of chosen hosts, one host after the other', async () => {
		const hostIds = [users.james, users.mila];
		const chosen = list({ authentication, hosts: 'chosen', hostIds });
		const result = await stage.run(chosen);
		expect(column(result, 'id')).toEqual(bookingsOf(...hostIds));
		expect(new Set(column(result, 'hostName'))).toEqual(new Set(['James Whitfield', 'Mila Novak']));
		expect(stage.exchanges.map(({ query }) => query.userId)).toEqual(hostIds);
	});

	it('gets the bookings of everyone', async () => {
		const result = await stage.run(list({ authentication, hosts: 'everyone' }));
		const everyone = [users.lena, users.james, users.priya, users.aroha, users.mila];
		expect(column(result, 'id')).toEqual(bookingsOf(...everyone));
		expect(result.items).toHaveLength(103);
		expect(wire(stage)).toEqual([
			'GET /v4/user 200',
			...everyone.map(() => 'GET /v4/appointment/paginated 200'),
		]);
	});
});

it('gets the bookings of the user acted as', async () => {
	const james = { authentication: 'platformApiKey', actingUser: byId(users.james) };
	expect(column(await stage.run(list(james)), 'id')).toEqual(bookingsOf(users.james));
	expect(stage.exchanges[0]?.query).not.toHaveProperty('userId');
});

it('stops at the limit over several hosts, and asks no further host', async () => {
	const everyone = list({ hosts: 'everyone', returnAll: false, limit: 30 });
	const result = await stage.run(everyone);
	expect(column(result, 'id')).toEqual(bookingsOf(users.lena, users.james).slice(0, 30));
	expect(wire(stage)).toHaveLength(3);
});

it('gives a booking with several hosts once', async () => {
	const { appointments } = stage.sandbox.state;
	const booking = appointments.get(ids.appointments.confirmed);
	if (booking === undefined) throw new Error('The booking is missing');
	appointments.set(booking.id, { ...booking, hostIds: [users.lena, users.mila] });

	const hostIds = [users.lena, users.mila];
	const found = column(await stage.run(list({ hosts: 'chosen', hostIds })), 'id');
	expect(found.filter((id) => id === booking.id)).toHaveLength(1);
	expect(found).toHaveLength(bookingsOf(...hostIds).length - 1);
});

it("gets the member's own bookings with a member's token", async () => {
	const result = await stage.run(list({ hosts: 'me' }), { credential: member });
	expect(column(result, 'id')).toEqual(bookingsOf(users.james));
});

it.each([
	['everyone', { hosts: 'everyone' }],
	['another host', { hosts: 'chosen', hostIds: [users.lena] }],
])("explains that a member's token may not see the bookings of %s", async (_name, whose) => {
	expect(await failingAlike(stage, list(whose), { credential: member })).toEqual(
		failed('meetergo did not allow this', {
			httpCode: 403,
			code: 'permissionDenied',
			description: expect.stringMatching(
				/^Only admins may read the bookings of others, and a limited token may not list the users; /,
			),
		}),
	);
});

it('gives an item all its bookings or one error, never half a list', async () => {
	const stranger = users.ingrid;
	const { items, errors } = await stage.run(
		list({ hosts: 'chosen', hostIds: '={{ $json.hosts }}' }),
		{
			items: [{ hosts: [users.lena, stranger] }, { hosts: [users.mila] }],
			onError: 'continueErrorOutput',
		},
	);
	expect(items.map(({ json }) => json.id)).toEqual(bookingsOf(users.mila));
	expect(errors).toMatchObject([
		{ json: { details: { code: 'permissionDenied' } }, pairedItem: { item: 0 } },
	]);
});
