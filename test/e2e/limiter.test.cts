import { record } from '../../contract/json.cts';
import { itemsOf } from '../../scripts/n8n/execution.cts';
import { useStage } from './stage.cts';
import { byId, meetergo, START, withItems } from './workflows.cts';

/* A run of many items against a limit that is really counted. 100 a second, after 200 at once. */
const rates = { requestsPerMinute: 6000, burst: 200 };

const stage = useStage({ rates, sandbox: { limiter: 'tokenBucket', ...rates } });

it('1,000 items all succeed, in their order, as fast as the limit allows', async () => {
	const known = [...stage().sandbox.state.appointments.keys()];
	const items = Array.from({ length: 1000 }, (_, at) => ({ id: known[at % known.length] ?? '' }));
	const node = meetergo('Get', {
		resource: 'booking',
		operation: 'get',
		bookingId: byId('={{ $json.id }}'),
		options: { concurrency: 20 },
	});

	const startedAt = Date.now();
	const execution = await stage().run(withItems(items, node), START);
	const seconds = (Date.now() - startedAt) / 1000;

	expect(execution.error).toBeUndefined();
	const got = itemsOf(execution, 'Get');
	expect(got.map(({ json }) => record(json).id)).toEqual(items.map(({ id }) => id));
	expect(got.map(({ pairedItem }) => pairedItem)).toEqual(items.map((_, item) => ({ item })));
	// 800 of them have to wait for their place.
	expect(seconds).toBeGreaterThan(7);
	expect(seconds).toBeLessThan(60);
	expect(
		stage()
			.wire()
			.filter((line) => line.endsWith(' 429')).length,
	).toBeLessThan(20);
});
