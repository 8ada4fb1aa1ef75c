import { credentials, ids } from '../../../sandbox/seed.cts';
import { visit, type Visit, type Visitor } from './visitor.cts';

const START = '2026-03-02T12:00:00.000Z';
const MINUTE = 60_000;
const query = {
	meetingTypeId: ids.meetingTypes.oneToOne,
	hostIds: ids.users.lena,
	start: '2026-03-02',
	end: '2026-03-03',
};

let visitor: Visitor;
afterEach(() => visitor.sandbox.close());

async function isOffered(own: Visit['query']): Promise<boolean> {
	return (await visitor.slots({ ...query, ...own })).includes(START);
}

it('without a cache each answer is computed', async () => {
	visitor = await visit();
	expect(await isOffered({})).toBe(true);
	await visitor.book({ start: START });
	expect(await isOffered({})).toBe(false);
});

describe('with a cache', () => {
	beforeEach(async () => {
		visitor = await visit({ slotCacheMs: MINUTE });
		expect(await isOffered({})).toBe(true);
		await visitor.book({ start: START });
	});

	it('the same question gets the old answer for a while', async () => {
		expect(await isOffered({})).toBe(true);
		visitor.sandbox.clock.advance(MINUTE - 1);
		expect(await isOffered({})).toBe(true);
		visitor.sandbox.clock.advance(1);
		expect(await isOffered({})).toBe(false);
	});

	it('an old answer is not kept longer for being asked again', async () => {
		visitor.sandbox.clock.advance(MINUTE / 2);
		await isOffered({});
		visitor.sandbox.clock.advance(MINUTE / 2);
		expect(await isOffered({})).toBe(false);
	});

	it('asked to refresh, it computes, and the new answer takes the place of the old', async () => {
		expect(await isOffered({ refreshCache: false })).toBe(true);
		expect(await isOffered({ refreshCache: true })).toBe(false);
		expect(await isOffered({})).toBe(false);
	});

	it('another question, or another user, gets an answer of its own', async () => {
		expect(await isOffered({ timezone: 'Europe/Vienna' })).toBe(false);
		const how = { query, token: credentials.memberToken };
		const { text } = await visitor.ask('GET', '/v4/booking-availability', how);
		expect(text).not.toContain(START);
	});

	it('bookings are held against what is free, not against the cache', async () => {
		expect((await visitor.book({ start: START })).body).toMatchObject({
			errorCode: 'slot-occupied',
		});
	});

	it('a reset empties it', async () => {
		await fetch(`${visitor.sandbox.url}/__sandbox/reset`, { method: 'POST' });
		await visitor.book({ start: START });
		expect(await isOffered({})).toBe(false);
	});
});
