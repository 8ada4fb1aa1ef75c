import type { INodeParameters } from 'n8n-workflow';
import { column, failed, failingAlike, jsonOf, refusal, sourcesOf } from './outcome.cts';
import { addPending } from './pendingBookings.cts';
import { booking } from './booking.cts';
import { bothCredentials, byId, credentials, ids, useStage, wire } from './stage.cts';

const stage = useStage({ forEachTest: true });

const { users, meetingTypes } = ids;
const seeded: ReadonlySet<string> = new Set(Object.values(ids.appointments));

function act(operation: string, id: string, more: INodeParameters = {}): INodeParameters {
	return { resource: 'booking', operation, pendingBookingId: byId(id), ...more };
}

const confirm = (id: string, more?: INodeParameters) => act('confirmPending', id, more);
const decline = (id: string, more?: INodeParameters) => act('declinePending', id, more);

/** What has been booked since the start. */
function booked() {
	return [...stage.sandbox.state.appointments.values()].filter(({ id }) => !seeded.has(id));
}

function pending(id: string) {
	return stage.sandbox.state.provisionalBookings.get(id);
}

describe.each(bothCredentials)('a confirmation with %s', (authentication) => {
	it('books the meeting', async () => {
		const { id } = addPending(stage);
		const { items } = await stage.run({ authentication, ...confirm(id) });
		const [appointment, ...others] = booked();
		expect(others).toEqual([]);
		expect(appointment).toMatchObject({
			start: '2026-03-03T08:00:00.000Z',
			hostIds: [users.lena],
			attendees: [{ fullname: 'Tomas Berg' }],
		});
		expect(items).toEqual([
			{
				json: { id: appointment?.id, pendingBookingId: id, bookingState: 'confirmed' },
				pairedItem: { item: 0 },
			},
		]);
		expect(pending(id)?.status).toBe('confirmed');
		expect(wire(stage)).toEqual([`POST /v4/provisional-booking/${id}/confirm 201`]);
	});
});

describe.each(bothCredentials)('a refusal with %s', (authentication) => {
	it('ends what was pending, and mails why', async () => {
		const { id } = addPending(stage);
		const options = { reason: 'The host is ill' };
		const { items } = await stage.run({ authentication, ...decline(id, { options }) });
		expect(items).toEqual([
			{
				json: { declined: true, pendingBookingId: id, bookingState: 'cancelled' },
				pairedItem: { item: 0 },
			},
		]);
		expect(pending(id)).toMatchObject({
			status: 'declined_by_host',
			declineReason: 'The host is ill',
		});
		expect(booked()).toEqual([]);
	});
});

it('declines without a reason', async () => {
	const { id } = addPending(stage);
	await stage.run(decline(id));
	expect(stage.exchanges.map(({ requestBody }) => requestBody)).toEqual([{}]);
	expect(pending(id)).toMatchObject({ status: 'declined_by_host', declineReason: null });
});

it('confirms what Create left pending', async () => {
	const made = await stage.run(
		booking({ meetingTypeId: byId(meetingTypes.hostConfirmation), start: '2026-03-03T09:00:00' }),
	);
	const [id] = column(made, 'pendingBookingId');
	const result = await stage.run(confirm('={{ $json.id }}'), { items: [{ id: String(id) }] });
	expect(column(result, 'id')).toEqual([booked()[0]?.id]);
});

it('tells the raw answer and what is known besides', async () => {
	const { id } = addPending(stage);
	const result = await stage.run(confirm(id, { output: 'raw' }));
	expect(jsonOf(result)).toEqual([
		{
			appointmentId: booked()[0]?.id,
			secret: expect.any(String),
			attendeeEmail: 'tomas.berg@example.net',
			pendingBookingId: id,
			bookingState: 'confirmed',
		},
	]);
});

it('takes an ID of any form', async () => {
	addPending(stage, { id: '4711' });
	const result = await stage.run(decline('={{ 4711 }}'));
	expect(column(result, 'pendingBookingId')).toEqual(['4711']);
	expect(pending('4711')?.status).toBe('declined_by_host');
});

it('acts in the name of the user acted as', async () => {
	const { id } = addPending(stage, { hostIds: [users.james] });
	const james = { authentication: 'platformApiKey', actingUser: byId(users.james) };
	await stage.run(confirm(id, james));
	expect(booked()).toMatchObject([{ hostIds: [users.james] }]);
});

it('goes on with the other items when one of them is settled already', async () => {
	const [first, second] = [addPending(stage), addPending(stage, { status: 'expired' })];
	const result = await stage.run(decline('={{ $json.id }}'), {
		items: [{ id: second.id }, { id: first.id }],
		onError: 'continueErrorOutput',
	});
	expect(column(result, 'pendingBookingId')).toEqual([first.id]);
	expect(sourcesOf(result)).toEqual([1]);
	expect(result.errors).toMatchObject([{ pairedItem: { item: 0 } }]);
});

describe.each(['confirmPending', 'declinePending'])('%s', (operation) => {
	it.each(['confirmed', 'declined_by_host', 'expired'] as const)(
		'names the field where the booking is %s',
		async (status) => {
			const { id } = addPending(stage, { status });
			expect(await failingAlike(stage, act(operation, id))).toEqual(
				failed('Pending Booking: meetergo refused the request', {
					httpCode: 400,
					code: 'requestRefused',
					parameter: 'Pending Booking',
					description: expect.stringMatching(
						/^It was confirmed, declined or has expired already\. Only what still waits can change\./,
					),
				}),
			);
			expect(pending(id)?.status).toBe(status);
			expect(booked()).toEqual([]);
		},
	);

	it('names the field where nothing is found', async () => {
		const { id } = addPending(stage);
		const credential = { accessToken: credentials.memberToken };
		expect(await failingAlike(stage, act(operation, id), { credential })).toEqual(
			failed('Pending Booking: meetergo could not find what was asked for', {
				httpCode: 404,
				code: 'notFound',
				parameter: 'Pending Booking',
			}),
		);
		expect(pending(id)?.status).toBe('pending');
	});

	it.each([
		['a sentence', 'the one of Tomas', '"the one of Tomas" is no pending booking ID'],
		['an address', 'a/b', '"a/b" is no pending booking ID'],
		['nothing', '={{ $json.missing }}', 'choose a pending booking, or give its ID'],
	])('refuses %s for an ID before anything is sent', async (_name, id, says) => {
		const { error, details } = await failingAlike(stage, act(operation, id));
		expect(error).toContain(`Pending Booking: ${says}`);
		expect(details).toMatchObject({ code: 'invalidInput', parameter: 'Pending Booking' });
		expect(wire(stage)).toEqual([]);
	});
});

it('refuses a reason of 501 characters before anything is sent', async () => {
	const { id } = addPending(stage);
	const options = { reason: 'x'.repeat(501) };
	expect(await failingAlike(stage, decline(id, { options }))).toEqual(
		refusal('Reason', 'may have 500 characters at most, but has 501.'),
	);
	expect(wire(stage)).toEqual([]);
});
