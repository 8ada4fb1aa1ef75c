import type { INodeParameters } from 'n8n-workflow';
import { hintsOf } from './outcome.cts';
import { bothCredentials, ids, useStage } from './stage.cts';

/* Who gets a part of a list is told, as a part looks like the whole. */

const stage = useStage({ seed: { bookings: 300 } });

const total = () => stage.sandbox.state.appointments.of(ids.users.lena).length;
const cut = 'A list was cut at Limit. Switch on Return All to get everything.';
const bookings: INodeParameters = { resource: 'booking', operation: 'getAll' };

describe.each(bothCredentials)('with %s', (authentication) => {
	const told = async (parameters: INodeParameters, items = [{}]) =>
		hintsOf(await stage.run({ authentication, ...bookings, ...parameters }, { items }));

	it.each([1, 50, 'total - 1'] as const)('a list cut at %s is told', async (wanted) => {
		const limit = typeof wanted === 'number' ? wanted : total() - 1;
		expect(await told({ limit })).toEqual([cut]);
	});

	it.each([0, 1, 100])('a list that ends %i before the limit is not', async (more) => {
		expect(await told({ limit: total() + more })).toEqual([]);
	});

	it('nor is one that comes whole', async () => {
		expect(await told({ returnAll: true })).toEqual([]);
	});

	it('of several items each list counts', async () => {
		expect(await told({ limit: 5 }, [{}, {}, {}])).toEqual([
			'3 lists were cut at Limit. Switch on Return All to get everything.',
		]);
	});

	it('where bookings are chosen after reading there may be more', async () => {
		expect(await told({ limit: 5, filters: { bookingState: 'confirmed' } })).toEqual([
			'The limit was reached, so there may be more. Switch on Return All to get everything.',
		]);
	});
});
