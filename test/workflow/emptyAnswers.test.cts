import type { INodeParameters } from 'n8n-workflow';
import { hintsOf, jsonOf } from './outcome.cts';
import { byId, ids, useStage, wire } from './stage.cts';

/* An answer without content says that it was done, and no more: no doubt, and nothing is sent twice. */

const stage = useStage({ forEachTest: true });

const { confirmed } = ids.appointments;
const writes = () => wire(stage).filter((line) => !line.startsWith('GET'));

it('a whole series is cancelled', async () => {
	stage.sandbox.faults.add({ kind: 'emptyBody', method: 'POST', when: 'after' });
	const result = await stage.run({
		resource: 'booking',
		operation: 'cancel',
		bookingId: byId(confirmed),
		cancelFor: 'series',
	});
	expect(result.status).toBe('success');
	expect(jsonOf(result)).toMatchObject([{ id: confirmed, bookingState: 'cancelled' }]);
	expect(result.items[0]?.json).not.toHaveProperty('recovered');
	expect(writes()).toEqual([`POST /v4/appointment/${confirmed}/cancel 201`]);
});

describe('a guest is added', () => {
	const guestEmail = 'ada@example.com';
	const add: INodeParameters = {
		resource: 'booking',
		operation: 'addGuest',
		bookingId: byId(confirmed),
		guestEmail,
	};

	it.each([
		['shows the guest', 'after'],
		['does not show the guest yet', 'before'],
	] as const)('though the booking read afterwards %s', async (_what, when) => {
		stage.sandbox.faults.add({ kind: 'emptyBody', status: 204, method: 'PATCH', when });
		const result = await stage.run(add);
		expect(result.status).toBe('success');
		expect(jsonOf(result)).toMatchObject([{ id: confirmed, guestEmail, change: 'updated' }]);
		expect(result.items[0]?.json).not.toHaveProperty('recovered');
		expect(hintsOf(result)).toEqual([]);
		expect(writes()).toEqual([`PATCH /v4/appointment/${confirmed}/guest 204`]);
	});
});
