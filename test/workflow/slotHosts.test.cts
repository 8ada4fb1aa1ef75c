import type { INodeParameters } from 'n8n-workflow';
import { column, failingAlike, refusal, sourcesOf } from './outcome.cts';
import { bothCredentials, byId, ids, useStage, wire } from './stage.cts';

const stage = useStage({ forEachTest: true });

const { users, meetingTypes } = ids;

function slots(type: keyof typeof meetingTypes, more: INodeParameters = {}): INodeParameters {
	return {
		resource: 'availability',
		operation: 'getSlots',
		meetingTypeId: byId(meetingTypes[type]),
		start: '2026-03-03',
		end: '2026-03-03',
		timezone: 'UTC',
		...more,
	};
}

/** Every quarter of an hour of 3 March from one UTC time to another, both included. */
function quarters(from: string, to: string): string[] {
	const found: string[] = [];
	const last = Date.parse(`2026-03-03T${to}:00Z`);
	for (let at = Date.parse(`2026-03-03T${from}:00Z`); at <= last; at += 15 * 60_000) {
		found.push(new Date(at).toISOString());
	}
	return found;
}

/** All starts that meetergo told in its last answer, as instants. */
function startsTold(): string[] {
	const text = JSON.stringify(stage.exchanges.at(-1)?.responseBody);
	return [...text.matchAll(/"startTime":"([^"]+)"/g)].map(([, start = '']) =>
		new Date(start).toISOString(),
	);
}

describe.each(bothCredentials)('hosts and queues with %s', (authentication) => {
	it('are found by the node: the queue', async () => {
		const result = await stage.run({ authentication, ...slots('queue') });
		expect(stage.exchanges.at(-1)?.query).toMatchObject({ queueId: ids.queue });
		expect(stage.exchanges.at(-1)?.query).not.toHaveProperty('hostIds');
		expect(result.items[0]?.pairedItem).toEqual({ item: 0 });
	});

	it('are found by the node: the one host', async () => {
		await stage.run({ authentication, ...slots('member') });
		expect(stage.exchanges.at(-1)?.query).toMatchObject({ hostIds: users.james });
		expect(stage.exchanges.at(-1)?.query).not.toHaveProperty('queueId');
	});
});

it('gives the times of all hosts of a queue once, in order', async () => {
	const result = await stage.run(slots('queue'));
	expect(column(result, 'start')).toEqual([
		// Aroha in Auckland, then Priya in Kolkata, then Mila in Vienna, James in New York, and Aroha again.
		...quarters('00:00', '02:30'),
		...quarters('04:30', '07:30'),
		...quarters('08:00', '22:30'),
	]);
	// The answer itself is neither: without that, this test would prove nothing.
	const told = startsTold();
	expect(told).not.toEqual([...told].sort());
	expect(new Set(told).size).toBeLessThan(told.length);
});

describe('with chosen hosts', () => {
	const hostIds = [users.mila, users.james];

	it('asks for them instead of the queue', async () => {
		const result = await stage.run(slots('queue', { options: { hostIds } }));
		expect(stage.exchanges.at(-1)?.query).toMatchObject({ hostIds });
		expect(stage.exchanges.at(-1)?.query).not.toHaveProperty('queueId');
		expect(column(result, 'start')).toEqual(quarters('08:00', '21:30'));
	});

	it('gives the times at which all of them are free', async () => {
		const result = await stage.run(
			slots('queue', { options: { hostIds, hostsNeeded: 'everyone' } }),
		);
		expect(column(result, 'start')).toEqual(quarters('14:00', '15:30'));
	});

	it('takes them from an expression', async () => {
		const result = await stage.run(
			slots('queue', { options: { hostIds: '={{ $json.hosts.join(", ") }}' } }),
			{ items: [{ hosts: [users.mila] }] },
		);
		expect(column(result, 'start')).toEqual(quarters('08:00', '15:30'));
	});

	it('finds times for a type that has no host of its own', async () => {
		const result = await stage.run(slots('withoutHost', { options: { hostIds: [users.mila] } }));
		expect(column(result, 'start')).toEqual(quarters('08:00', '15:30'));
	});
});

it('names the field of a meeting type without host and queue, and asks for no slots', async () => {
	expect(await failingAlike(stage, slots('withoutHost'))).toEqual(
		refusal(
			'Meeting Type',
			'"Team visit" has neither a host nor a queue. Give it one in meetergo, or choose Host Names or IDs under Options.',
		),
	);
	const asked = `GET /v4/meeting-type/${meetingTypes.withoutHost} 200`;
	expect(wire(stage)).toEqual([asked, asked]);
});

describe('a group', () => {
	const thursday = { start: '2026-03-12', end: '2026-03-12', timezone: 'Europe/Vienna' };

	async function seats() {
		const result = await stage.run(slots('group', thursday));
		return column(result, 'start').map((start, index) => [
			String(start).slice(11, 16),
			column(result, 'spotsLeft')[index],
		]);
	}

	it('tells how many seats are left, all of them where nobody has booked yet', async () => {
		expect(await seats()).toEqual([
			['08:30', 3],
			['09:30', 3],
			['10:30', 3],
			['13:00', 1],
			['14:00', 3],
			['15:00', 3],
		]);
	});

	it('is not offered where it is full', async () => {
		const { appointments } = stage.sandbox.state;
		const workshop = appointments.get(ids.appointments.group);
		const [first] = workshop?.attendees ?? [];
		if (!workshop || !first) throw new Error('The workshop is missing');
		const third = { ...first, id: '00000000-0000-4000-8000-000000000003' };
		appointments.set(workshop.id, { ...workshop, attendees: [...workshop.attendees, third] });

		const times = (await seats()).map(([time]) => time);
		expect(times).toEqual(['08:30', '09:30', '10:30', '14:00', '15:00']);
		expect(startsTold()).toContain('2026-03-12T12:00:00.000Z');
	});
});

describe('of many items', () => {
	it('asks for the host once per meeting type, however many items there are', async () => {
		const items = Array.from({ length: 20 }, (_, index) => ({
			type: index % 2 === 0 ? meetingTypes.member : meetingTypes.mila,
			day: `2026-03-${String(3 + index).padStart(2, '0')}`,
		}));
		const result = await stage.run(
			slots('member', {
				meetingTypeId: byId('={{ $json.type }}'),
				start: '={{ $json.day }}',
				end: '={{ $json.day }}',
				slotsAs: 'list',
			}),
			{ items },
		);
		expect(sourcesOf(result)).toEqual([...items.keys()]);
		const asked = wire(stage);
		expect(asked.filter((request) => request.includes('/meeting-type/')).sort()).toEqual([
			`GET /v4/meeting-type/${meetingTypes.member} 200`,
			`GET /v4/meeting-type/${meetingTypes.mila} 200`,
		]);
		expect(asked.filter((request) => request.includes('/booking-availability'))).toHaveLength(20);
	});

	it('asks again in the next run, because the host may have changed', async () => {
		await stage.run(slots('member'));
		const { state } = stage.sandbox;
		const type = state.meetingTypes.get(meetingTypes.member);
		if (type) state.meetingTypes.set(type.id, { ...type, userId: users.mila });
		await stage.run(slots('member'));
		expect(stage.exchanges.at(-1)?.query).toMatchObject({ hostIds: users.mila });
	});
});
