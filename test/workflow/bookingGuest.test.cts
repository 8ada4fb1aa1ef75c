import type { INodeParameters } from 'n8n-workflow';
import { column, failed, failingAlike, jsonOf, refusal, sourcesOf } from './outcome.cts';
import { surveyIdentity } from './booking.cts';
import { bothCredentials, byId, credentials, ids, useStage, wire } from './stage.cts';

const stage = useStage({ forEachTest: true });

const { confirmed, group } = ids.appointments;
const five = ['a', 'b', 'c', 'd', 'e'].map((name) => `${name}@example.com`);

function add(more: INodeParameters = {}): INodeParameters {
	return {
		resource: 'booking',
		operation: 'addGuest',
		bookingId: byId(confirmed),
		guestEmail: 'ada@example.com',
		...more,
	};
}

/** The guests of each attendee. */
function guestsOf(id: string) {
	const { appointments } = stage.sandbox.state;
	return appointments.get(id)?.attendees.map(({ bringalongEmails }) => bringalongEmails);
}

/** Gives the first attendee of a booking these guests. */
function bring(id: string, bringalongEmails: readonly string[]): void {
	const { appointments } = stage.sandbox.state;
	const booking = appointments.get(id);
	if (booking === undefined) throw new Error('The booking is missing');
	const [first, ...others] = booking.attendees;
	if (first === undefined) throw new Error('The attendee is missing');
	appointments.set(id, { ...booking, attendees: [{ ...first, bringalongEmails }, ...others] });
}

function writes(): string[] {
	return wire(stage).filter((request) => !request.startsWith('GET'));
}

const survey = {
	...surveyIdentity,
	guestEmail: 'ada@example.com',
	change: 'updated',
};

describe.each(bothCredentials)('a guest with %s', (authentication) => {
	it('is added to the only attendee, and the booking is told', async () => {
		const { items } = await stage.run({ authentication, ...add() });
		expect(items).toEqual([{ json: survey, pairedItem: { item: 0 } }]);
		expect(guestsOf(confirmed)).toEqual([['ada@example.com']]);
		expect(writes()).toEqual([`PATCH /v4/appointment/${confirmed}/guest 204`]);
	});

	it('who is one already is not added again, whatever the case of the address', async () => {
		bring(confirmed, ['Ada@Example.com']);
		const result = await stage.run({ authentication, ...add() });
		expect(jsonOf(result)).toEqual([{ ...survey, change: 'unchanged' }]);
		expect(guestsOf(confirmed)).toEqual([['Ada@Example.com']]);
		expect(writes()).toEqual([]);
	});
});

it.each([
	['the mail address', 'Bruno.Duarte@example.net'],
	['the ID', ids.attendees.groupSecond.toUpperCase()],
])('belongs to the attendee of a group who is named by %s', async (_name, attendee) => {
	const result = await stage.run(add({ bookingId: byId(group), attendee }));
	expect(column(result, 'attendeeName')).toEqual(['Bruno Duarte']);
	expect(guestsOf(group)).toEqual([[], ['ada@example.com']]);
});

it('is added for each item, in order', async () => {
	const result = await stage.run(add({ guestEmail: '={{ $json.mail }}' }), {
		items: ['ada@example.com', 'bo@example.com', 'ADA@example.com'].map((mail) => ({ mail })),
	});
	expect(column(result, 'change')).toEqual(['updated', 'updated', 'unchanged']);
	expect(sourcesOf(result)).toEqual([0, 1, 2]);
	expect(guestsOf(confirmed)).toEqual([['ada@example.com', 'bo@example.com']]);
});

it('shows the booking as the API does, with what was done', async () => {
	const result = await stage.run(add({ output: 'raw' }));
	expect(jsonOf(result)).toMatchObject([
		{ attendees: [{ bringalongEmails: ['ada@example.com'] }], change: 'updated' },
	]);
});

it('is added in the name of the user acted as', async () => {
	const { appointments } = stage.sandbox.state;
	const booking = appointments.get(confirmed);
	if (booking) appointments.set(confirmed, { ...booking, hostIds: [ids.users.james] });
	const actingUser = byId(ids.users.james);
	await stage.run(add({ authentication: 'platformApiKey', actingUser }));
	expect(guestsOf(confirmed)).toEqual([['ada@example.com']]);
	const actedAs = stage.exchanges.map(({ headers }) => headers['x-meetergo-api-user-id']);
	expect(new Set(actedAs)).toEqual(new Set([ids.users.james]));
});

describe('is refused by name, and nothing is written:', () => {
	it('a sixth guest', async () => {
		bring(confirmed, five);
		expect(await failingAlike(stage, add())).toEqual(
			refusal('Guest Email', 'the attendee has 5 guests already, and may have no more.'),
		);
		expect(writes()).toEqual([]);
		expect(guestsOf(confirmed)).toEqual([five]);
	});

	it('a fifth guest once more is no sixth', async () => {
		bring(confirmed, five);
		const result = await stage.run(add({ guestEmail: 'e@example.com' }));
		expect(column(result, 'change')).toEqual(['unchanged']);
	});

	it('no attendee where there are several', async () => {
		expect(await failingAlike(stage, add({ bookingId: byId(group) }))).toEqual(
			refusal('Attendee Email or ID', 'this booking has 2 attendees, so say which one.'),
		);
		expect(writes()).toEqual([]);
	});

	it('an attendee who is not in the booking', async () => {
		expect(await failingAlike(stage, add({ attendee: 'nobody@example.net' }))).toEqual(
			refusal('Attendee Email or ID', '"nobody@example.net" is not in this booking.'),
		);
		expect(writes()).toEqual([]);
	});

	it('a booking without attendees', async () => {
		const { appointments } = stage.sandbox.state;
		const booking = appointments.get(confirmed);
		if (booking) appointments.set(confirmed, { ...booking, attendees: [] });
		expect(await failingAlike(stage, add())).toEqual(
			refusal('Attendee Email or ID', 'this booking has no attendee.'),
		);
	});

	it.each([
		['an empty text', '={{ "" }}', 'must not be empty'],
		['no address', 'ada', '"ada" is not a mail address, e.g. ada@example.com'],
		['a column that is missing', '={{ $json.mail }}', 'must not be empty'],
	])('%s for a guest, before anything is asked', async (_name, guestEmail, says) => {
		expect(await failingAlike(stage, add({ guestEmail }))).toEqual(
			refusal('Guest Email', `${says}.`),
		);
		expect(wire(stage)).toEqual([]);
	});
});

it('tells a member that the booking of somebody else was not found', async () => {
	const credential = { accessToken: credentials.memberToken };
	expect(await failingAlike(stage, add(), { credential })).toEqual(
		failed('Booking: meetergo could not find what was asked for', {
			httpCode: 404,
			code: 'notFound',
			parameter: 'Booking',
		}),
	);
});
