import { ids } from '../../../sandbox/seed.cts';
import { happenings } from '../../../scripts/start/happenings.cts';
import { type ExampleStage, moments, records, useExample, writes } from './stage.cts';

const FILE = 'new-employee-provision.json';

/** Somebody joins; what that took does not count. */
async function somebodyJoins(stage: ExampleStage) {
	const pinned = await stage.told(
		'new_employee',
		...(await happenings.new_employee(stage.sandbox)),
	);
	stage.exchanges.splice(0);
	return pinned;
}

function ines({ sandbox: { state } }: ExampleStage) {
	const user = [...state.users.values()].find(({ email }) => email.startsWith('ines.'));
	const schedules = [...state.availabilities.values()].filter(({ userId }) => userId === user?.id);
	const types = [...state.meetingTypes.values()].filter(({ userId }) => userId === user?.id);
	return { user, schedules, types };
}

describe.each(moments)('at %s', (_name, now) => {
	const stage = useExample(FILE, now);

	it('gives a new user the hours and a meeting type, once', async () => {
		const pinned = await somebodyJoins(stage);

		const result = await stage.run({ pinned });

		const { user, schedules, types } = ines(stage);
		const [schedule, ...others] = schedules;
		expect(others).toEqual([]);
		expect(schedule).toMatchObject({ id: user?.defaultAvailabilityId, timezone: 'Europe/Paris' });
		const morning = { start: '09:00', end: '12:30' };
		const afternoon = { start: '13:30', end: '17:30' };
		const full = { enabled: true, hours: [morning, afternoon] };
		expect(schedule?.schedule).toMatchObject({
			monday: full,
			thursday: full,
			friday: { enabled: true, hours: [{ start: '09:00', end: '14:00' }] },
			saturday: { enabled: false },
			sunday: { enabled: false },
		});
		expect(types).toHaveLength(2);
		expect(types[1]).toMatchObject({
			slug: 'introduction-call',
			meetingInfo: { name: 'Introduction call', duration: 30, channel: 'connect', bufferAfter: 10 },
			bookingMinimum: 240,
		});
		const page = `https://cal.meetergo.com/${user?.slug}/introduction-call`;
		expect(records(result, 'Welcome')).toEqual([
			{
				to: 'ines.moreau@example.org',
				subject: 'You can be booked',
				text: expect.stringMatching(
					/^Dear Ines Moreau,\n\nyour booking page is ready: \S+\n\n.+\(Europe\/Paris\): Mon-Thu 09:00-12:30, 13:30-17:30; Fri 09:00-14:00;/,
				),
				booking_page: page,
			},
		]);
		expect(String(records(result, 'Welcome')[0]?.text)).toContain(page);
	});

	it('changes nothing when it is told a second time', async () => {
		const pinned = await somebodyJoins(stage);
		await stage.run({ pinned });
		const before = ines(stage);
		stage.exchanges.splice(0);

		const result = await stage.run({ pinned });

		const after = ines(stage);
		expect(after.types).toEqual(before.types);
		expect(after.schedules.map(({ schedule }) => schedule)).toEqual(
			before.schedules.map(({ schedule }) => schedule),
		);
		expect(writes(stage)).toEqual([`PATCH /v4/availability/${after.schedules[0]?.id}`]);
		expect(records(result, 'Introduction call')).toEqual([
			expect.objectContaining({ change: 'unchanged' }),
		]);
	});
});

describe('somebody else', () => {
	const stage = useExample(FILE);

	it('leaves alone who has worked here before, whatever the event says', async () => {
		const { availabilities } = stage.sandbox.state;
		const before = availabilities.get(ids.availabilities.james);
		const payload = { id: ids.users.james, email: 'james.whitfield@example.org' };

		const result = await stage.run({ pinned: await stage.told('new_employee', { payload }) });

		expect(result.status).toBe('success');
		expect(writes(stage)).toEqual([]);
		expect(availabilities.get(ids.availabilities.james)).toBe(before);
	});

	it('fails where meetergo has no such user', async () => {
		const payload = { id: ids.users.ingrid, email: 'nobody@example.org' };

		const result = await stage.run({ pinned: await stage.told('new_employee', { payload }) });

		expect(result.error?.description).toMatch(/No user .+ has the mail address nobody@example.org/);
		expect(writes(stage)).toEqual([]);
	});
});
