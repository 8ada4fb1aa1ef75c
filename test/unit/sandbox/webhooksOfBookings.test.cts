import { record, type Json } from '../../../contract/json.cts';
import { credentials, ids } from '../../../sandbox/seed.cts';
import { payloadDeviations } from './receiver.cts';
import { attendeeOf, strayAnswers } from './visitor.cts';
import { WebhookDesk } from './webhookDesk.cts';

const { doubleOptIn, group, hostConfirmation, oneToOne } = ids.meetingTypes;
const { confirmed } = ids.appointments;
const { groupFirst, groupSecond } = ids.attendees;
const { lena, mila } = ids.users;
const NOW = '2026-03-02T08:00:00.000Z';
const GROUP_START = '2026-03-12T12:00:00.000Z';

let desk: WebhookDesk;
beforeEach(async () => {
	desk = await WebhookDesk.open();
});
afterEach(async () => {
	await desk.close();
	expect(strayAnswers(desk.visitor)).toEqual([]);
	expect(desk.receiver.received.flatMap(({ payload }) => payloadDeviations(payload))).toEqual([]);
});

function cancel(id: string, body: Json) {
	return desk.visitor.ask('POST', `/v4/appointment/${id}/cancel`, { body });
}

describe('booking_created', () => {
	beforeEach(() => desk.listen());

	it('is the appointment, flat, as the contract has it', async () => {
		const { meetingTypes } = desk.visitor.sandbox.state;
		const type = meetingTypes.get(oneToOne);
		const metadata = { ticket: 'HP-2207' };
		if (type) meetingTypes.set(oneToOne, { ...type, metadata });
		const notes = { 'Heating type': 'oil' };
		const evening = { channel: 'phone', start: '2026-03-03T16:00:00.000Z' };
		const { body } = await desk.visitor.book({ attendee: attendeeOf({ notes }), ...evening });
		const { appointmentId, secret } = record(body);
		expect(await desk.told()).toEqual([
			{
				webhookType: 'booking_created',
				id: appointmentId,
				secret,
				start: '2026-03-03T17:00:00+01:00',
				end: '2026-03-03T17:45:00+01:00',
				location: null,
				isCancelled: false,
				rescheduledAt: null,
				meetingInfo: { channel: 'phone', meetingLink: null },
				attendees: [
					expect.objectContaining({
						id: expect.any(String),
						email: 'dana.haddad@example.net',
						notes,
					}),
				],
				hosts: [expect.objectContaining({ id: lena, fullName: 'Lena Okafor' })],
				hostIds: [lena],
				meetingType: {
					id: oneToOne,
					slug: 'site-survey',
					meetingInfo: { name: 'Site survey', duration: 45 },
					metadata,
				},
				meetingTypeId: oneToOne,
				companyId: ids.company,
				createdAt: NOW,
				updatedAt: NOW,
			},
		]);
	});

	it('has the link to join where the meeting is online', async () => {
		await desk.visitor.book({});
		const [payload] = await desk.told();
		expect(payload?.meetingInfo).toEqual({
			channel: 'connect',
			meetingLink: `https://meet.example.org/${String(payload?.id)}`,
		});
	});

	it('is posted as JSON', async () => {
		await desk.visitor.book({});
		await desk.told();
		expect(desk.receiver.received).toMatchObject([
			{ method: 'POST', path: '/in', type: 'application/json' },
		]);
	});

	it('names the host of a queue who got it', async () => {
		const own = { meetingTypeId: ids.meetingTypes.queue, hostIds: undefined, queueId: ids.queue };
		await desk.visitor.book({ ...own, start: '2026-03-03T15:00:00.000Z' });
		expect(await desk.told()).toMatchObject([
			{ hostIds: [mila], start: '2026-03-03T16:00:00+01:00' },
		]);
	});

	it('is for whoever joins a group as well', async () => {
		await desk.visitor.book({ meetingTypeId: group, start: GROUP_START });
		expect(await desk.told()).toMatchObject([
			{
				webhookType: 'booking_created',
				id: ids.appointments.group,
				attendees: [{ id: groupFirst }, { id: groupSecond }, { email: 'dana.haddad@example.net' }],
				updatedAt: NOW,
			},
		]);
	});

	it.each([
		['the attendee', doubleOptIn],
		['the host', hostConfirmation],
	])('waits until %s has confirmed', async (_, meetingTypeId) => {
		const { body } = await desk.visitor.book({ meetingTypeId });
		expect(await desk.told()).toEqual([]);
		const path = `/v4/provisional-booking/${String(record(body).provisionalBookingId)}`;
		const reply = await desk.visitor.ask('POST', `${path}/confirm`);
		const { appointmentId } = record(reply.body);
		expect(await desk.told()).toMatchObject([
			{ webhookType: 'booking_created', id: appointmentId },
		]);
	});

	it('is not for what was declined or refused', async () => {
		const { body } = await desk.visitor.book({ meetingTypeId: hostConfirmation });
		const path = `/v4/provisional-booking/${String(record(body).provisionalBookingId)}`;
		await desk.visitor.ask('POST', `${path}/decline`, { body: {} });
		expect((await desk.visitor.book({ start: '2026-03-02T19:00:00.000Z' })).status).toBe(400);
		expect(await desk.told()).toEqual([]);
	});

	it('is not for what was written into the state directly', async () => {
		const { appointments } = desk.visitor.sandbox.state;
		const known = appointments.get(confirmed);
		if (known) appointments.set(ids.company, { ...known, id: ids.company });
		expect(await desk.told()).toEqual([]);
	});
});

describe('booking_cancelled', () => {
	beforeEach(() => desk.listen());

	it('says who cancelled, and why', async () => {
		await cancel(confirmed, { reason: 'Host is ill' });
		expect(await desk.told()).toMatchObject([
			{
				webhookType: 'booking_cancelled',
				id: confirmed,
				isCancelled: true,
				cancel: { actionSource: 'host', actionAt: NOW, actionBy: lena, reason: 'Host is ill' },
				updatedAt: NOW,
			},
		]);
	});

	it('is for whoever leaves a group as well, until nobody is left', async () => {
		await cancel(ids.appointments.group, { attendeeId: groupFirst });
		await cancel(ids.appointments.group, { attendeeId: groupSecond });
		const webhookType = 'booking_cancelled';
		const [first, last] = await desk.told();
		expect(first).toMatchObject({
			webhookType,
			isCancelled: false,
			cancel: null,
			attendees: [{ id: groupSecond }],
		});
		expect(last).toMatchObject({
			webhookType,
			isCancelled: true,
			attendees: [{ id: groupSecond }],
		});
	});

	it('is one for a whole group', async () => {
		await cancel(ids.appointments.group, { cancelAll: true });
		expect(await desk.told()).toMatchObject([
			{ webhookType: 'booking_cancelled', isCancelled: true },
		]);
	});

	it('is not for what was refused', async () => {
		await cancel(ids.appointments.group, {});
		await cancel(ids.appointments.cancelled, {});
		expect(await desk.told()).toEqual([]);
	});
});

describe('booking_rescheduled', () => {
	const move = (start: string) =>
		desk.visitor.ask('POST', `/v4/appointment/${confirmed}/reschedule`, { body: { start } });
	beforeEach(() => desk.listen());

	it('has the new times, and the start that was', async () => {
		await move('2026-03-10T12:00:00Z');
		expect(await desk.told()).toMatchObject([
			{
				webhookType: 'booking_rescheduled',
				id: confirmed,
				start: '2026-03-10T13:00:00+01:00',
				end: '2026-03-10T13:45:00+01:00',
				originalStart: '2026-03-10T09:00:00+01:00',
				rescheduledAt: NOW,
				updatedAt: NOW,
			},
		]);
	});

	it('is not for what was refused', async () => {
		await move('2026-03-10T22:00:00Z');
		expect(await desk.told()).toEqual([]);
	});
});

it('new_employee says who it is', async () => {
	await desk.listen();
	const names = { givenName: 'Noah', familyName: 'Fischer' };
	const body = { ...names, email: 'noah.fischer@example.org', timezone: 'Europe/Vienna' };
	const key = { token: credentials.platformKey };
	const replies = [
		await desk.visitor.ask('POST', '/v4/user', { ...key, body }),
		await desk.visitor.ask('POST', '/v4/user', { ...key, body }),
	];
	expect(replies.map(({ status }) => status)).toEqual([201, 409]);
	const { userId: id } = record(replies[0]?.body);
	const { email } = body;
	expect(await desk.told()).toEqual([
		{ webhookType: 'new_employee', id, email, ...names, companyId: ids.company },
	]);
});
