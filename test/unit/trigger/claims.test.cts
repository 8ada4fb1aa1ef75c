import { Claims } from '../../../nodes/Meetergo/trigger/webhook/claims';

it('lets one of many through', async () => {
	const claims = new Claims();
	const all = Array.from({ length: 100 }, async () => await claims.claim('trigger', 'event'));
	const first = await all[0];
	first?.done();

	const through = (await Promise.all(all)).filter((claim) => claim !== undefined);

	expect(through).toEqual([first]);
	expect(claims.told('trigger')).toEqual(['event']);
});

it('lets the next one through when the first comes to nothing', async () => {
	const claims = new Claims();
	const first = await claims.claim('trigger', 'event');
	const second = claims.claim('trigger', 'event');
	first?.release();

	expect(await second).toBeDefined();
	expect(claims.told('trigger')).toEqual([]);
});

it('keeps triggers apart, and what is done done', async () => {
	const claims = new Claims();
	const claim = await claims.claim('one', 'event');
	claim?.done();
	claim?.release();

	expect(await claims.claim('one', 'event')).toBeUndefined();
	expect(await claims.claim('another', 'event')).toBeDefined();
});

it('forgets the oldest first', async () => {
	const claims = new Claims();
	for (let event = 0; event < 10_000; event += 1) {
		(await claims.claim('trigger', `event ${event}`))?.done();
	}

	const told = claims.told('trigger');
	expect(told).toHaveLength(2000);
	expect(told.at(-1)).toBe('event 9999');
});
