import type { INodeParameters } from 'n8n-workflow';
import { column, failed, failingAlike, jsonOf } from './outcome.cts';
import { bothCredentials, byId, credentials, ids, useStage } from './stage.cts';

const stage = useStage({ forEachTest: true });

const { confirmed, group, cancelled } = ids.appointments;

/** Moves Lena's survey of 10 March, 9:00, to the morning after next, unless told otherwise. */
function move(more: INodeParameters = {}): INodeParameters {
	return {
		resource: 'booking',
		operation: 'reschedule',
		bookingId: byId(confirmed),
		start: '2026-03-12T09:00:00',
		...more,
	};
}

function booking(id: string = confirmed) {
	return stage.sandbox.state.appointments.get(id);
}

const moved = {
	id: confirmed,
	bookingState: 'confirmed',
	start: '2026-03-12T09:00:00.000+01:00',
	end: '2026-03-12T09:45:00.000+01:00',
	meetingTypeName: 'Site survey',
	attendeeName: 'Tomas Berg',
	attendeeEmail: 'tomas.berg@example.net',
	hostName: 'Lena Okafor',
	previousStart: '2026-03-10T09:00:00.000+01:00',
};

describe.each(bothCredentials)('a booking with %s', (authentication) => {
	it('is moved, keeps its length, and tells where it stood', async () => {
		const { items } = await stage.run({ authentication, ...move() });
		expect(items).toEqual([{ json: moved, pairedItem: { item: 0 } }]);
		expect(booking()).toMatchObject({
			start: '2026-03-12T08:00:00.000Z',
			end: '2026-03-12T08:45:00.000Z',
			rescheduleCount: 1,
		});
		expect(stage.exchanges.map(({ requestBody }) => requestBody)).toEqual([
			{ start: '2026-03-12T08:00:00.000Z' },
		]);
	});

	it('is answered as the API tells it, with where it stood', async () => {
		const result = await stage.run({ authentication, ...move({ output: 'raw' }) });
		expect(stage.exchanges.at(-1)?.responseBody).toMatchObject({
			appointment: { id: confirmed, rescheduleCount: 1 },
		});
		expect(jsonOf(result)).toMatchObject([
			{ id: confirmed, rescheduleCount: 1, previousStart: moved.previousStart },
		]);
	});

	it('is answered in selected fields', async () => {
		const fields = { output: 'selected', outputFields: 'start, previousStart, rescheduleCount' };
		const result = await stage.run({ authentication, ...move(fields) });
		expect(jsonOf(result)).toEqual([
			{ start: moved.start, previousStart: moved.previousStart, rescheduleCount: 1 },
		]);
	});
});

it('reads and shows times in the zone of the node', async () => {
	const result = await stage.run(
		move({ start: '2026-03-12T04:00:00', timezone: 'America/New_York' }),
	);
	expect(jsonOf(result)).toMatchObject([
		{ start: '2026-03-12T04:00:00.000-04:00', previousStart: '2026-03-10T04:00:00.000-04:00' },
	]);
	expect(booking()?.start).toBe('2026-03-12T08:00:00.000Z');
});

it('may overlap the time it leaves', async () => {
	const result = await stage.run(move({ start: '2026-03-10T09:30:00' }));
	expect(column(result, 'start')).toEqual(['2026-03-10T09:30:00.000+01:00']);
});

describe('a time that is not offered', () => {
	const taken = { start: '2026-03-12T13:00:00' };

	it('is told, and the booking stays where it is', async () => {
		expect(await failingAlike(stage, move(taken))).toEqual(
			failed('Start: The time is not offered, or no longer free', {
				parameter: 'Start',
				httpCode: 400,
				code: 'slotOccupied',
				description: expect.stringContaining('choose another start'),
			}),
		);
		expect(booking()).toMatchObject({ start: '2026-03-10T08:00:00.000Z', rescheduleCount: 0 });
	});

	it('is taken all the same when the user says so', async () => {
		await stage.run(move({ ...taken, options: { ignoreAvailability: true } }));
		expect(booking()?.start).toBe('2026-03-12T12:00:00.000Z');
	});
});

it('tells what meetergo says of a cancelled booking', async () => {
	const { details } = await failingAlike(stage, move({ bookingId: byId(cancelled) }));
	expect(details).toMatchObject({ httpCode: 400, code: 'requestRefused', parameter: null });
	expect(details.description).toContain('Appointment is cancelled');
});

it("does not move somebody else's booking with a member's token", async () => {
	const credential = { accessToken: credentials.memberToken };
	const { error, details } = await failingAlike(stage, move(), { credential });
	expect(error).toBe('Booking: meetergo could not find what was asked for');
	expect(details).toMatchObject({ httpCode: 404, code: 'notFound', parameter: 'Booking' });
});

it('moves several bookings, each to its own time', async () => {
	const items = [
		{ id: confirmed, to: '2026-03-13T09:00:00' },
		{ id: group, to: '2026-03-16T09:30:00' },
	];
	const result = await stage.run(
		move({ bookingId: byId('={{ $json.id }}'), start: '={{ $json.to }}' }),
		{ items },
	);
	expect(result.items.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 0 }, { item: 1 }]);
	expect([booking()?.start, booking(group)?.start]).toEqual([
		'2026-03-13T08:00:00.000Z',
		'2026-03-16T08:30:00.000Z',
	]);
});
