import type { INodeParameters } from 'n8n-workflow';
import { column, failingAlike, refusal } from './outcome.cts';
import { bothCredentials, byId, ids, useStage, wire } from './stage.cts';

const stage = useStage({ forEachTest: true });

const { confirmed, group } = ids.appointments;

function send(more: INodeParameters = {}): INodeParameters {
	return {
		resource: 'booking',
		operation: 'sendEmail',
		bookingId: byId(confirmed),
		subject: 'What to bring',
		message: 'Please bring the plans.\n\nLena',
		...more,
	};
}

function mails() {
	return stage.sandbox.state.mails.map(({ sentAt: _, ...mail }) => mail);
}

describe.each(bothCredentials)('a mail with %s', (authentication) => {
	it('goes to the only attendee', async () => {
		const { items } = await stage.run({ authentication, ...send() });
		expect(items).toEqual([
			{
				json: {
					sent: true,
					bookingId: confirmed,
					attendeeName: 'Tomas Berg',
					attendeeEmail: 'tomas.berg@example.net',
					subject: 'What to bring',
				},
				pairedItem: { item: 0 },
			},
		]);
		expect(mails()).toEqual([
			{
				attendeeId: ids.attendees.confirmed,
				title: 'What to bring',
				content: 'Please bring the plans.\n\nLena',
			},
		]);
		expect(wire(stage)).toEqual([
			`GET /v4/appointment/${confirmed} 200`,
			'POST /v4/attendee/quick-mail 201',
		]);
	});

	it('goes to the attendee of a group who is named', async () => {
		const attendee = 'AMINA.costa@example.net';
		const whom = { bookingId: byId(group), attendee };
		const result = await stage.run({ authentication, ...send(whom) });
		expect(column(result, 'attendeeName')).toEqual(['Amina Costa']);
		expect(mails()).toMatchObject([{ attendeeId: ids.attendees.groupFirst }]);
	});
});

it('goes out in the name of the user acted as', async () => {
	const { appointments } = stage.sandbox.state;
	const booking = appointments.get(confirmed);
	if (booking) appointments.set(confirmed, { ...booking, hostIds: [ids.users.james] });
	const james = { authentication: 'platformApiKey', actingUser: byId(ids.users.james) };
	await stage.run(send(james));
	expect(mails()).toHaveLength(1);
	expect(stage.exchanges.at(-1)?.headers['x-meetergo-api-user-id']).toBe(ids.users.james);
});

it('goes out once for each item', async () => {
	const result = await stage.run(send({ subject: '={{ $json.subject }}' }), {
		items: ['One', 'Two'].map((subject) => ({ subject })),
	});
	expect(column(result, 'subject')).toEqual(['One', 'Two']);
	expect(mails().map(({ title }) => title)).toEqual(['One', 'Two']);
});

describe('is refused by name, and nothing is sent:', () => {
	it.each([
		['Subject', { subject: '={{ $json.missing }}' }],
		['Message', { message: '={{ " " }}' }],
	])('an empty %s, before anything is asked', async (field, given) => {
		expect(await failingAlike(stage, send(given))).toEqual(refusal(field, 'must not be empty.'));
		expect(wire(stage)).toEqual([]);
	});

	it('no attendee where there are several', async () => {
		expect(await failingAlike(stage, send({ bookingId: byId(group) }))).toEqual(
			refusal('Attendee Email or ID', 'this booking has 2 attendees, so say which one.'),
		);
		expect(mails()).toEqual([]);
	});

	it('an attendee without a mail address', async () => {
		const { appointments } = stage.sandbox.state;
		const booking = appointments.get(confirmed);
		const [attendee] = booking?.attendees ?? [];
		if (booking && attendee) {
			appointments.set(confirmed, { ...booking, attendees: [{ ...attendee, email: null }] });
		}
		expect(await failingAlike(stage, send())).toEqual(
			refusal('Attendee Email or ID', '"Tomas Berg" has no mail address.'),
		);
		expect(mails()).toEqual([]);
	});
});
