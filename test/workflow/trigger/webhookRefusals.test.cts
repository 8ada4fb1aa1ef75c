import { randomUUID } from 'node:crypto';
import { credentials } from '../stage.cts';
import { book, cancel, delivery, ids, move, useTriggerStage, type TriggerStage } from './stage.cts';

const stage = useTriggerStage();

function only(current: TriggerStage): string {
	const [endpoint = ''] = current.endpoints();
	return endpoint;
}

describe('a call that is not from meetergo', () => {
	it.each<[string, (endpoint: string) => string]>([
		['without the key', (endpoint) => endpoint.split('?')[0] ?? ''],
		['with a wrong key', (endpoint) => endpoint.replace(/key=.*/, 'key=AAAAAAAAAAAAAAAAAAAAAAAA')],
		['with an empty key', (endpoint) => endpoint.replace(/key=.*/, 'key=')],
		['with several keys', (endpoint) => `${endpoint}&key=more`],
	])('%s is refused', async (_what, spoil) => {
		const id = await stage().listen();

		const answer = await stage().deliver(spoil(only(stage())), delivery());

		expect([answer.status, await answer.json()]).toEqual([
			403,
			{ message: 'The key in the address is missing or wrong.' },
		]);
		await stage().quiet();
		expect(stage().host.executions).toEqual([]);
		expect(stage().told(id)).toEqual([]);
	});

	it.each([
		['without webhookType', { id: ids.appointments.confirmed }, 400],
		['of a list', [delivery()], 400],
		['without a booking ID', delivery({ id: undefined }), 400],
		['with an ID that climbs the path', delivery({ id: '../user/me' }), 400],
		['that is no JSON', '{"webhookType":', 422],
	])('with a body %s is refused', async (_what, body, status) => {
		await stage().listen();

		const answer = await stage().deliver(only(stage()), body);

		expect(answer.status === status || (status === 422 && answer.status >= 400)).toBe(true);
		await stage().quiet();
		expect(stage().host.executions).toEqual([]);
	});

	it('cannot start the workflow of another trigger with its own key', async () => {
		await stage().listen({}, 'mine');
		await stage().listen({}, 'yours');
		const [mine = '', yours = ''] = stage().endpoints();
		const mixed = `${yours.split('?')[0]}?${mine.split('?')[1]}`;

		expect((await stage().deliver(mixed, delivery())).status).toBe(403);
	});
});

describe('Verify', () => {
	it('starts nothing for a booking that meetergo does not have', async () => {
		await stage().listen();

		const answer = await stage().deliver(only(stage()), delivery({ id: randomUUID() }));

		expect(answer.status).toBe(200);
		await stage().quiet();
		expect(stage().host.executions).toEqual([]);
	});

	it('takes the booking from meetergo, not from what was sent', async () => {
		const id = await stage().listen();

		await stage().deliver(only(stage()), delivery({ start: '2030-01-01T00:00:00Z' }));
		await stage().quiet();

		expect(stage().told(id)).toEqual([
			expect.objectContaining({
				start: '2026-03-10T09:00:00.000+01:00',
				attendeeName: 'Tomas Berg',
			}),
		]);
	});

	describe('while meetergo has trouble', () => {
		// The node waits between its attempts, up to ten seconds.
		const failing = useTriggerStage({ nodeSpeed: 100 });

		it.each([
			['fails', { kind: 'status', status: 500, times: Infinity } as const],
			['breaks off', { kind: 'reset', times: Infinity } as const],
		])('fails visibly when meetergo %s, and counts the next delivery', async (_what, fault) => {
			const id = await failing().listen();
			const endpoint = only(failing());
			failing().sandbox.faults.add({ ...fault, path: '/appointment/' });

			const answer = await failing().deliver(endpoint, delivery());

			expect(answer.status).toBe(500);
			await failing().quiet();
			expect(failing().failures(id)).toHaveLength(1);
			failing().sandbox.faults.clear();
			await failing().deliver(endpoint, delivery());
			await failing().quiet();
			expect(failing().told(id)).toHaveLength(1);
		});
	});

	it('is not asked for where it is off', async () => {
		const id = await stage().listen({ verify: false });
		const before = stage().visitor.exchanges.length;

		await stage().deliver(only(stage()), delivery({ id: randomUUID() }));
		await stage().quiet();

		expect(stage().visitor.exchanges).toHaveLength(before);
		expect(stage().told(id)).toEqual([
			expect.objectContaining({ event: 'booking_created', start: '2026-03-10T09:00:00.000+01:00' }),
		]);
	});

	it('gives the same fields where it is off, as far as they were sent', async () => {
		const verified = await stage().listen({}, 'verified');
		const unverified = await stage().listen({ verify: false }, 'unverified');

		await book(stage());
		await move(stage(), ids.appointments.confirmed, '2026-03-11T09:00:00Z');
		await cancel(stage(), ids.appointments.group, { cancelAll: true });
		await stage().quiet();

		const byEvent = (one: { readonly event?: unknown }, other: { readonly event?: unknown }) =>
			String(one.event).localeCompare(String(other.event));
		expect(stage().told(unverified).sort(byEvent)).toEqual(stage().told(verified).sort(byEvent));
	});
});

describe('a credential that may not see the booking', () => {
	const memberStage = useTriggerStage({ credential: { accessToken: credentials.memberToken } });

	it('starts nothing', async () => {
		const id = await memberStage().listen();

		const answer = await memberStage().deliver(only(memberStage()), delivery());
		await memberStage().quiet();

		expect(answer.status).toBe(200);
		expect(memberStage().told(id)).toEqual([]);
	});
});

describe('filters', () => {
	it('leave out other meeting types and other hosts', async () => {
		const { oneToOne, group } = ids.meetingTypes;
		const ofType = await stage().listen({ filters: { meetingTypeIds: [oneToOne.toUpperCase()] } });
		const ofOther = await stage().listen({ filters: { meetingTypeIds: `${group}` } });
		const ofHost = await stage().listen({
			filters: { hostIds: [ids.users.james, ids.users.lena] },
		});
		const ofOtherHost = await stage().listen({ filters: { hostIds: [ids.users.mila] } });

		await book(stage());
		await stage().quiet();

		const counts = [ofType, ofOther, ofHost, ofOtherHost].map((id) => stage().told(id).length);
		expect(counts).toEqual([1, 0, 1, 0]);
	});

	it('leave out what is cancelled by now, but not the cancellation', async () => {
		const id = await stage().listen({ filters: { onlyConfirmed: true } });
		stage().sandbox.deliveries.hold();
		const booking = await book(stage());
		await cancel(stage(), booking);
		stage().sandbox.deliveries.release('kept');
		await stage().quiet();

		expect(
			stage()
				.told(id)
				.map(({ event }) => event),
		).toEqual(['booking_cancelled']);
	});
});
