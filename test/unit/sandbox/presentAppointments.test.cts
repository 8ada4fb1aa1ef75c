import { list, record } from '../../../contract/json.cts';
import { credentials, ids } from '../../../sandbox/seed.cts';
import { strayAnswers, visit, type Visitor } from './visitor.cts';

const { confirmed, cancelled } = ids.appointments;
const TODAY = '/v4/appointment/today';
const CURRENT = '/v4/appointment/current';

let visitor: Visitor;
beforeEach(async () => {
	visitor = await visit();
});
afterEach(async () => {
	await visitor.sandbox.close();
	expect(strayAnswers(visitor)).toEqual([]);
});

describe('today', () => {
	async function idsAt(now: string, how = {}): Promise<unknown[]> {
		visitor.sandbox.clock.set(now);
		const { status, body } = await visitor.ask('GET', TODAY, how);
		expect(status).toBe(200);
		return list(body).map((appointment) => record(appointment).id);
	}

	it("is the day of the acting user's zone", async () => {
		// Tuesday in Vienna, which is an hour ahead.
		expect(await idsAt('2026-03-09T22:59:59Z')).toEqual([cancelled]);
		expect(await idsAt('2026-03-09T23:00:00Z')).toEqual([confirmed]);
		expect(await idsAt('2026-03-10T22:59:59Z')).toEqual([confirmed]);
		expect(await idsAt('2026-03-10T23:00:00Z')).toEqual([]);
	});

	it('shows the own ones only', async () => {
		const asJames = { token: credentials.platformKey, actAs: ids.users.james };
		expect(await idsAt('2026-03-10T08:00:00Z', asJames)).toEqual([]);
	});
});

describe('current', () => {
	async function runningAt(now: string, how = {}): Promise<unknown> {
		visitor.sandbox.clock.set(now);
		const { status, text, body } = await visitor.ask('GET', CURRENT, how);
		expect(status).toBe(200);
		return text === '' ? 'none' : record(body).id;
	}

	it('is the one that has begun and not ended, or an empty body', async () => {
		expect(await runningAt('2026-03-10T07:59:59.999Z')).toBe('none');
		expect(await runningAt('2026-03-10T08:00:00Z')).toBe(confirmed);
		expect(await runningAt('2026-03-10T08:44:59.999Z')).toBe(confirmed);
		expect(await runningAt('2026-03-10T08:45:00Z')).toBe('none');
	});

	it('is neither a cancelled one nor that of somebody else', async () => {
		expect(await runningAt('2026-03-09T09:15:00Z')).toBe('none');
		const asJames = { token: credentials.memberToken };
		expect(await runningAt('2026-03-10T08:15:00Z', asJames)).toBe('none');
	});
});
