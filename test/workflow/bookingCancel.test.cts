import type { INodeParameters } from 'n8n-workflow';
import { column, failed, failingAlike, jsonOf, refusal } from './outcome.cts';
import { bothCredentials, byId, ids, useStage, wire } from './stage.cts';

const stage = useStage({ forEachTest: true });

const { confirmed, group, cancelled } = ids.appointments;
const { groupFirst, groupSecond } = ids.attendees;

function cancel(id: string, more: INodeParameters = {}): INodeParameters {
	return { resource: 'booking', operation: 'cancel', bookingId: byId(id), ...more };
}

function leaves(attendee: string, more: INodeParameters = {}): INodeParameters {
	return cancel(group, { cancelFor: 'attendee', attendee, ...more });
}

function booking(id: string) {
	return stage.sandbox.state.appointments.get(id);
}

function attendeesOf(id: string) {
	return booking(id)?.attendees.map(({ fullname }) => fullname);
}

function posts(): string[] {
	return wire(stage).filter((request) => !request.startsWith('GET'));
}

const survey = {
	id: confirmed,
	bookingState: 'cancelled',
	start: '2026-03-10T09:00:00.000+01:00',
	end: '2026-03-10T09:45:00.000+01:00',
	meetingTypeName: 'Site survey',
	attendeeName: 'Tomas Berg',
	attendeeEmail: 'tomas.berg@example.net',
	hostName: 'Lena Okafor',
	cancelledScope: 'booking',
};

describe.each(bothCredentials)('a cancellation with %s', (authentication) => {
	it('is for everyone unless told otherwise', async () => {
		const options = { reason: 'The host is ill' };
		const { items } = await stage.run({ authentication, ...cancel(confirmed, { options }) });
		expect(items).toEqual([{ json: survey, pairedItem: { item: 0 } }]);
		expect(booking(confirmed)?.cancel).toMatchObject({
			actionBy: ids.admin,
			reason: 'The host is ill',
		});
		expect(stage.exchanges.map(({ requestBody }) => requestBody)).toEqual([
			{ reason: 'The host is ill', cancelAll: true },
		]);
	});

	it('answers as the API does, with what was cancelled', async () => {
		const result = await stage.run({ authentication, ...cancel(confirmed, { output: 'raw' }) });
		expect(jsonOf(result)).toEqual([
			{ ...booked(stage.exchanges.at(-1)?.responseBody), cancelledScope: 'booking' },
		]);
	});

	it('answers with selected fields', async () => {
		const fields = { output: 'selected', outputFields: 'bookingState, cancel.actionSource' };
		const result = await stage.run({ authentication, ...cancel(confirmed, fields) });
		expect(jsonOf(result)).toEqual([{ bookingState: 'cancelled', 'cancel.actionSource': 'host' }]);
	});

	it('of a whole group is for all its attendees', async () => {
		const result = await stage.run({ authentication, ...cancel(group) });
		expect(column(result, 'cancelledScope')).toEqual(['booking']);
		expect(booking(group)?.cancel).not.toBeNull();
	});
});

function booked(answer: unknown): object {
	return typeof answer === 'object' && answer !== null ? answer : {};
}

it('of a series says so to meetergo', async () => {
	await stage.run(cancel(confirmed, { cancelFor: 'series' }));
	expect(stage.exchanges.at(-1)?.requestBody).toEqual({
		cancelAll: true,
		cancelEntireSeries: true,
	});
});

describe('one attendee', () => {
	it.each([
		['the mail address', 'Bruno.Duarte@example.net'],
		['the ID', groupSecond],
	])('leaves a group, named by %s', async (_name, attendee) => {
		const result = await stage.run(leaves(attendee));
		expect(jsonOf(result)).toMatchObject([
			{
				id: group,
				bookingState: 'confirmed',
				cancelledScope: 'attendee',
				attendeeName: 'Bruno Duarte',
				attendeeEmail: 'bruno.duarte@example.net',
			},
		]);
		expect(attendeesOf(group)).toEqual(['Amina Costa']);
		expect(booking(group)?.cancel).toBeNull();
		expect(stage.exchanges.at(-1)?.requestBody).toEqual({ attendeeId: groupSecond });
	});

	it('cancels the booking when nobody is left', async () => {
		const result = await stage.run(leaves('={{ $json.who }}'), {
			items: [{ who: groupFirst }, { who: groupSecond }],
		});
		expect(column(result, 'bookingState')).toEqual(['confirmed', 'cancelled']);
		expect(column(result, 'cancelledScope')).toEqual(['attendee', 'booking']);
	});

	it.each(['nobody@example.net', ids.attendees.confirmed])(
		'is refused when %s is not in the booking',
		async (attendee) => {
			expect(await failingAlike(stage, leaves(attendee))).toEqual(
				refusal('Attendee Email or ID', `"${attendee}" is not in this booking.`),
			);
			expect(posts()).toEqual([]);
		},
	);
});

describe('a preview', () => {
	it('tells what would be cancelled, and sends nothing', async () => {
		const result = await stage.run(cancel(confirmed, { options: { preview: true } }));
		expect(jsonOf(result)).toEqual([{ ...survey, bookingState: 'confirmed', preview: true }]);
		expect(posts()).toEqual([]);
		expect(booking(confirmed)?.cancel).toBeNull();
	});

	it('tells who would leave', async () => {
		const result = await stage.run(leaves(groupSecond, { options: { preview: true } }));
		expect(jsonOf(result)).toMatchObject([
			{ attendeeName: 'Bruno Duarte', cancelledScope: 'attendee', preview: true },
		]);
		expect(posts()).toEqual([]);
		expect(attendeesOf(group)).toHaveLength(2);
	});

	it('tells that the last attendee would take the booking along', async () => {
		const last = cancel(confirmed, {
			cancelFor: 'attendee',
			attendee: 'tomas.berg@example.net',
			options: { preview: true },
		});
		expect(column(await stage.run(last), 'cancelledScope')).toEqual(['booking']);
	});

	it('can be an expression', async () => {
		const dryRun = cancel('={{ $json.id }}', { options: { preview: '={{ $json.dry }}' } });
		const result = await stage.run(dryRun, {
			items: [
				{ id: confirmed, dry: true },
				{ id: group, dry: false },
			],
		});
		expect(column(result, 'bookingState')).toEqual(['confirmed', 'cancelled']);
		expect(posts()).toEqual([`POST /v4/appointment/${group}/cancel 201`]);
	});
});

it('mails a reason of 500 characters', async () => {
	const reason = 'x'.repeat(500);
	await stage.run(cancel(confirmed, { options: { reason } }));
	expect(booking(confirmed)?.cancel?.reason).toBe(reason);
});

it('tells what meetergo says of a booking that is cancelled already', async () => {
	const before = booking(cancelled);
	expect(await failingAlike(stage, cancel(cancelled))).toEqual(
		failed('Booking: meetergo refused the request', {
			httpCode: 400,
			code: 'requestRefused',
			parameter: 'Booking',
			description: expect.stringContaining('Appointment is already cancelled'),
		}),
	);
	expect(booking(cancelled)).toEqual(before);
});
