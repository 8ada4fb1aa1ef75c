import { runNode } from '../../../engine/runNode.cts';
import { credentials, ids } from '../../../sandbox/seed.cts';
import { delivery, useTriggerStage } from '../../workflow/trigger/stage.cts';

/** The sandbox that all suites of the run share, so that they share a rate limit if anything does. */
const { SHARED_SANDBOX_URL = '' } = process.env;
/** After the burst the next request would wait for a minute, which is longer than these tests may take. */
const RATES = { requestsPerMinute: 1, burst: 2, processes: 1 };
const WORKFLOW_ID = 'isolation';

const stage = useTriggerStage();

/** What a suite leaves behind, and must not find. */
export function expectNoLeftovers(): void {
	it('finds the rate limit unused, and uses it up', async () => {
		const { items } = await runNode({
			parameters: {
				authentication: 'personalAccessToken',
				resource: 'meetingType',
				operation: 'get',
				meetingTypeId: { __rl: true, mode: 'id', value: ids.meetingTypes.oneToOne },
			},
			items: [{}, {}],
			credentials: {
				meetergoPersonalAccessTokenApi: {
					...RATES,
					baseUrl: `${SHARED_SANDBOX_URL}/v4`,
					accessToken: credentials.adminToken,
				},
			},
		});
		expect(items).toHaveLength(2);
	});

	it('finds no delivery remembered, and has one remembered', async () => {
		await stage().listen({}, WORKFLOW_ID);
		expect(stage().staticData(WORKFLOW_ID)).not.toMatchObject({ told: expect.anything() });
		const [endpoint = ''] = stage().endpoints();
		await stage().deliver(endpoint, delivery());
		await stage().deliver(endpoint, delivery());
		await stage().quiet();
		expect(stage().told(WORKFLOW_ID)).toHaveLength(1);
	});

	it('finds no variable, global or console of another suite, and changes them', () => {
		expect(process.env.LEFT_BY_A_SUITE).toBeUndefined();
		expect(process.env.SHARED_SANDBOX_URL).toBe(SHARED_SANDBOX_URL);
		expect(globalThis).not.toHaveProperty('leftByASuite');
		expect(fetch.name).toBe('fetch');
		expect(console.log).not.toBe(ignore);
		expect(Error.stackTraceLimit).toBeGreaterThan(0);

		process.env.LEFT_BY_A_SUITE = 'yes';
		process.env.SHARED_SANDBOX_URL = 'changed';
		Object.assign(globalThis, { leftByASuite: true, fetch: ignore });
		console.log = ignore;
		Error.stackTraceLimit = 0;
	});
}

function ignore(): void {}
