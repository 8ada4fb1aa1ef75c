import type { INodeParameters } from 'n8n-workflow';
import { failed, failingAlike, jsonOf, refusal } from './outcome.cts';
import { bothCredentials, byId, credentials, ids, useStage, wire } from './stage.cts';

const stage = useStage({ forEachTest: true });

const { lenaGoogle, lenaOutlook, jamesGoogle } = ids.calendarConnections;
const LIST = '/v4/calendar-connections/connections';

const getAll = { resource: 'calendarConnection', operation: 'getAll' };

function update(updateFields: INodeParameters, more: INodeParameters = {}): INodeParameters {
	return {
		resource: 'calendarConnection',
		operation: 'update',
		connectionId: byId(lenaGoogle),
		updateFields,
		...more,
	};
}

function connection(id: string = lenaGoogle) {
	return stage.sandbox.state.calendarConnections.get(id);
}

const google = {
	id: lenaGoogle,
	provider: 'google',
	email: 'lena.okafor@example.org',
	isPrimary: true,
	isConnected: true,
	selectedCalendars: 'lena.okafor@example.org',
};
const outlook = {
	id: lenaOutlook,
	provider: 'outlook',
	email: 'lena@example.com',
	isPrimary: false,
	isConnected: true,
	selectedCalendars: 'AQMkADAwPrivate=',
};

describe.each(bothCredentials)('calendar connections with %s', (authentication) => {
	it('are listed', async () => {
		const { items } = await stage.run({ authentication, ...getAll });
		expect(items).toEqual([
			{ json: google, pairedItem: { item: 0 } },
			{ json: outlook, pairedItem: { item: 0 } },
		]);
		expect(stage.exchanges.map(({ query }) => query)).toEqual([{}]);
	});

	it('are listed as the API tells them, up to the limit', async () => {
		const result = await stage.run({ authentication, ...getAll, output: 'raw', limit: 1 });
		expect({ connections: jsonOf(result) }).toMatchObject({
			connections: [{ id: lenaGoogle, createdAt: expect.any(String) }],
		});
	});

	it('are those of a chosen host', async () => {
		const result = await stage.run({ authentication, ...getAll, hostId: byId(ids.users.james) });
		expect(jsonOf(result)).toMatchObject([{ id: jamesGoogle }]);
		expect(stage.exchanges[0]?.query).toEqual({ userId: ids.users.james });
	});

	it('are updated in what was added, and in nothing else', async () => {
		const before = connection();
		const calendars = ['lena.okafor@example.org', 'field-work@group.example.org'];
		const { items } = await stage.run({
			authentication,
			...update({ selectedCalendars: calendars.join('\n'), syncBuffersToCalendar: true }),
		});
		expect(items).toEqual([
			{ json: { ...google, selectedCalendars: calendars.join(', ') }, pairedItem: { item: 0 } },
		]);
		expect(connection()).toEqual({
			...before,
			selectedCalendars: calendars,
			syncBuffersToCalendar: true,
			updatedAt: expect.any(String),
		});
		expect(wire(stage)).toEqual([`PATCH ${LIST}/${lenaGoogle} 200`, `GET ${LIST} 200`]);
		expect(stage.exchanges[0]?.requestBody).toEqual({
			selectedCalendars: calendars,
			syncBuffersToCalendar: true,
		});
	});

	it('of a chosen host are updated', async () => {
		const more = { hostId: byId(ids.users.james), connectionId: byId(jamesGoogle) };
		const given = update({ cancelIfDeclinedOrDeleted: true }, more);
		const result = await stage.run({ authentication, ...given });
		expect(jsonOf(result)).toMatchObject([{ id: jamesGoogle }]);
		expect(connection(jamesGoogle)).toMatchObject({ cancelIfDeclinedOrDeleted: true });
		expect(stage.exchanges.map(({ query }) => query)).toEqual(
			Array(2).fill({ userId: ids.users.james }),
		);
	});
});

it('switches each of its settings, off as well', async () => {
	const fields = {
		primaryCalendar: 'field-work@group.example.org',
		validateAvailability: false,
		cancelIfDeclinedOrDeleted: true,
		disableAttendeeNotification: true,
		syncBuffersToCalendar: false,
	};
	await stage.run(update(fields));
	expect(connection()).toMatchObject(fields);
	expect(stage.exchanges[0]?.requestBody).toEqual(fields);
});

it('updates the calendars of the users acted as', async () => {
	const items = [
		{ user: ids.users.lena, connection: lenaOutlook },
		{ user: ids.users.james, connection: jamesGoogle },
	];
	const parameters = update(
		{ disableAttendeeNotification: true },
		{
			authentication: 'platformApiKey',
			actingUser: byId('={{ $json.user }}'),
			connectionId: byId('={{ $json.connection }}'),
		},
	);
	const result = await stage.run(parameters, { items });
	expect(result.items.map(({ json, pairedItem }) => [json.id, pairedItem])).toEqual([
		[lenaOutlook, { item: 0 }],
		[jamesGoogle, { item: 1 }],
	]);
	expect(connection(jamesGoogle)).toMatchObject({ disableAttendeeNotification: true });
});

it.each<[string, INodeParameters, string, string]>([
	['nothing to change', {}, 'Update Fields', 'add at least one field that has a value.'],
	[
		'nothing but an empty value',
		{ primaryCalendar: '={{ $json.missing }}' },
		'Update Fields',
		'add at least one field that has a value.',
	],
	[
		'no calendar to check, as from an expression',
		{ selectedCalendars: '={{ "" }}', syncBuffersToCalendar: true },
		'Selected Calendars',
		'name at least one calendar; to check none, switch Check for Conflicts off.',
	],
])('refuses %s, before anything is sent', async (_what, fields, field, says) => {
	expect(await failingAlike(stage, update(fields))).toEqual(refusal(field, says));
	expect(wire(stage)).toEqual([]);
});

it('refuses an id of more than one word', async () => {
	const given = update({ validateAvailability: true }, { connectionId: byId('my calendar') });
	const { error } = await failingAlike(stage, given);
	expect(error).toMatch(/^Calendar Connection: "my calendar" is no calendar connection ID/);
});

it('names a connection that is not there', async () => {
	const given = update({ validateAvailability: true }, { connectionId: byId(jamesGoogle) });
	expect(await failingAlike(stage, given)).toEqual(
		failed('Calendar Connection: meetergo could not find what was asked for', {
			httpCode: 404,
			code: 'notFound',
			parameter: 'Calendar Connection',
		}),
	);
});

it('names a calendar that the connection does not have', async () => {
	const { error, details } = await failingAlike(stage, update({ primaryCalendar: 'elsewhere' }));
	expect(error).toBe('Primary Calendar: meetergo refused the request');
	expect(details).toMatchObject({ httpCode: 400, parameter: 'Primary Calendar' });
});

it.each<[string, INodeParameters]>([
	['list', getAll],
	['update', update({ validateAvailability: true })],
	['connect', { resource: 'calendarConnection', operation: 'getAuthUrl' }],
])('says who may %s the calendars of others', async (_what, parameters) => {
	const credential = { accessToken: credentials.memberToken };
	const given = { ...parameters, hostId: byId(ids.users.lena) };
	const { error, details } = await failingAlike(stage, given, { credential });
	expect(error).toBe('meetergo did not allow this');
	expect(details).toMatchObject({ httpCode: 403, code: 'permissionDenied' });
	expect(details.description).toMatch(/^Only admins may handle the calendars of others; /);
});

it('keeps an update whose connection cannot be read afterwards', async () => {
	stage.sandbox.faults.add({ kind: 'status', status: 403, method: 'GET' });
	const { items, hints } = await stage.run(update({ syncBuffersToCalendar: true }));
	expect(items).toMatchObject([{ json: { id: lenaGoogle, isConnected: null } }]);
	expect(hints.map(({ message }) => message)).toEqual([
		'A calendar connection was updated, but could not be read afterwards.',
	]);
	expect(connection()).toMatchObject({ syncBuffersToCalendar: true });
});
