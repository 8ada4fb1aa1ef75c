import type { INodeParameters } from 'n8n-workflow';
import { column, failed, failingAlike, jsonOf, refusal, sourcesOf } from './outcome.cts';
import { booking } from './booking.cts';
import { byId, ids, useStage, wire } from './stage.cts';

const stage = useStage();

const { users } = ids;
const nobody = { actingUserId: '' };

function asPlatform(more: INodeParameters): INodeParameters {
	return { authentication: 'platformApiKey', ...more };
}

const getMe = asPlatform({ resource: 'user', operation: 'getMe' });

/** In whose name each request went out. */
function actedAs() {
	return stage.exchanges.map(({ headers }) => headers['x-meetergo-api-user-id']);
}

it('is the user of the credential unless the node names another', async () => {
	expect(column(await stage.run(getMe), 'id')).toEqual([users.lena]);
	const james = await stage.run({ ...getMe, actingUser: byId(users.james) });
	expect(column(james, 'id')).toEqual([users.james]);
	expect(actedAs()).toEqual([users.lena, users.james]);
});

it('may be another one for each item', async () => {
	const actingUser = byId('={{ $json.user }}');
	const items = [users.mila, users.james, users.mila].map((user) => ({ user }));
	const result = await stage.run({ ...getMe, actingUser }, { items });
	expect(column(result, 'id')).toEqual([users.mila, users.james, users.mila]);
	expect(sourcesOf(result)).toEqual([0, 1, 2]);
	expect(actedAs()).toEqual([users.mila, users.james, users.mila]);
});

it('is left to the credential by an item that names nobody', async () => {
	const actingUser = byId('={{ $json.user }}');
	const result = await stage.run(
		{ ...getMe, actingUser },
		{ items: [{ user: users.mila }, { user: null }, {}] },
	);
	expect(column(result, 'id')).toEqual([users.mila, users.lena, users.lena]);
});

it('is not needed to ask who the key belongs to', async () => {
	const result = await stage.run(getMe, { credential: nobody });
	expect(column(result, 'id')).toEqual([users.lena]);
	expect(actedAs()).toEqual([undefined]);
});

it.each([
	['meeting types', { resource: 'meetingType', operation: 'getAll' }],
	['schedules', { resource: 'availability', operation: 'getAll' }],
	['bookings', { resource: 'booking', operation: 'getAll' }],
	['a new booking', booking()],
])('is needed for %s', async (_name, parameters) => {
	const answer = await failingAlike(stage, asPlatform(parameters), { credential: nobody });
	expect(answer).toEqual(
		refusal(
			'Act As User',
			'choose a user, or set Act As User ID in the credential: with a platform key this operation works in the name of one user.',
		),
	);
	expect(wire(stage)).toEqual([]);
});

it('is refused when it is no ID', async () => {
	const { details } = await failingAlike(stage, { ...getMe, actingUser: byId('mila') });
	expect(details).toMatchObject({ code: 'invalidInput', parameter: 'Act As User' });
	expect(wire(stage)).toEqual([]);
});

it('is refused by meetergo when the user belongs to another company', async () => {
	expect(await failingAlike(stage, { ...getMe, actingUser: byId(users.ingrid) })).toEqual(
		failed('meetergo did not allow this', { httpCode: 403, code: 'permissionDenied' }),
	);
});

it('is never sent with a personal access token, whatever the form still holds', async () => {
	const result = await stage.run({
		resource: 'user',
		operation: 'getMe',
		actingUser: byId(users.james),
	});
	expect(column(result, 'id')).toEqual([users.lena]);
	expect(actedAs()).toEqual([undefined]);
});

it('looks at a meeting type once for each user', async () => {
	const result = await stage.run(
		asPlatform({
			resource: 'meetingType',
			operation: 'get',
			actingUser: byId('={{ $json.user }}'),
			meetingTypeId: byId(ids.meetingTypes.queue),
		}),
		{ items: [users.mila, users.james, users.mila, users.james].map((user) => ({ user })) },
	);
	expect(jsonOf(result)).toHaveLength(4);
	expect(actedAs()).toEqual([users.mila, users.james]);
});
