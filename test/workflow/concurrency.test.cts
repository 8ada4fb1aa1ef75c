import { setTimeout as delay } from 'node:timers/promises';
import type { INodeParameters } from 'n8n-workflow';
import { byId, ids, type Stage, useStage, wire } from './stage.cts';

/* Several items of one run at once: as many as wished, in the order of the input, and errors as without it. */

const stage = useStage({ seed: { bookings: 200 } });

const items = (count: number) => Array.from({ length: count }, (_, number) => ({ number }));
const getBooking = (bookingId: string, options: INodeParameters = {}): INodeParameters => ({
	resource: 'booking',
	operation: 'get',
	bookingId: byId(bookingId),
	options,
});
const reading = (options?: INodeParameters) => getBooking(ids.appointments.confirmed, options);
const noting = (options: INodeParameters = {}): INodeParameters => ({
	...reading(options),
	operation: 'updateNote',
	note: 'Bring the ladder',
});

/** Lets no request be answered until `act` is over, and tells how many came in by then. */
async function heldBack(act: () => Promise<unknown>): Promise<number> {
	const { faults } = stage.sandbox;
	const before = faults.hits;
	faults.add({ kind: 'latency', ms: 3_600_000, times: Infinity });
	const acting = act();
	while (faults.hits === before) await delay(5);
	// More would have come in by now.
	await delay(100);
	const count = faults.hits - before;
	faults.clear();
	await acting;
	return count;
}

describe('items at once', () => {
	it.each<[what: string, parameters: INodeParameters, count: number]>([
		['five when reading', reading(), 5],
		['as many as wished', reading({ concurrency: 2 }), 2],
		['as many as wished, given as text', reading({ concurrency: '7' }), 7],
		['five when an expression gives nothing', reading({ concurrency: '' }), 5],
		['the least of what the items say', reading({ concurrency: '={{ $json.number + 3 }}' }), 3],
		['one when changing', noting(), 1],
		['one when changing and an expression gives nothing', noting({ concurrency: '' }), 1],
		['more when changing, where it is wished', noting({ concurrency: 3 }), 3],
	])('%s', async (_what, parameters, count) => {
		const run = async () => await stage.run(parameters, { items: items(12) });
		expect(await heldBack(run)).toBe(count);
	});

	it.each([0, -1, 51, 1000, 2.5, 'many', true, '={{ -$json.number }}'])(
		'%j is refused before anything is sent',
		async (concurrency) => {
			const { error } = await stage.run(reading({ concurrency }), { items: items(2) });
			expect(error?.message).toMatch(/^Concurrency: must be a whole number from 1 to 50, but is /);
			expect(wire(stage)).toEqual([]);
		},
	);
});

/** As many bookings as told, by their ids; an item with a place in `missing` asks for one that is not there. */
function manyIds({ sandbox }: Stage, count: number, missing: readonly number[]): string[] {
	const known = [...sandbox.state.appointments.values()].map(({ id }) => id);
	return known
		.slice(0, count)
		.map((id, at) => (missing.includes(at) ? id.replace(/.{4}$/, `f00${at}`) : id));
}

/** Holds back the answer about one booking for a while. */
const slow = (id: string | undefined, ms: number) =>
	stage.sandbox.faults.add({ kind: 'latency', ms, path: `${id}$` });

describe('the order', () => {
	it('of the output is that of the input, whoever is answered first', async () => {
		const wanted = manyIds(stage, 20, [3, 11]);
		slow(wanted[0], 150);
		slow(wanted[3], 100);
		slow(wanted[7], 50);
		const { items: output } = await stage.run(getBooking('={{ $json.id }}'), {
			items: wanted.map((id) => ({ id })),
			onError: 'continueRegularOutput',
		});
		expect(output.map(({ pairedItem }) => pairedItem)).toEqual(wanted.map((_, item) => ({ item })));
		expect(output.map(({ json }) => json.id)).toEqual(
			wanted.map((id, at) => (at === 3 || at === 11 ? undefined : id)),
		);
	});

	it('of the input says which failure ends the node; nothing more is begun, what is under way is ended', async () => {
		const wanted = manyIds(stage, 20, [2, 4]);
		slow(wanted[0], 150);
		slow(wanted[2], 100);
		const { error } = await stage.run(getBooking('={{ $json.id }}'), {
			items: wanted.map((id) => ({ id })),
		});
		expect(error).toMatchObject({ context: { itemIndex: 2 } });
		const asked = wire(stage).map((line) => line.slice(-40, -4));
		expect(asked).toEqual(expect.arrayContaining(wanted.slice(0, 5)));
		expect(asked).not.toEqual(expect.arrayContaining(wanted.slice(12, 13)));
	});

	it('of changes at once: what was done is told beside the failure', async () => {
		const wanted = manyIds(stage, 6, [1]);
		slow(wanted[0], 100);
		const { error } = await stage.run(
			{ ...noting({ concurrency: 3 }), bookingId: byId('={{ $json.id }}') },
			{ items: wanted.map((id) => ({ id })) },
		);
		expect(error).toMatchObject({ context: { itemIndex: 1 } });
		const done = wire(stage).filter((line) => line.endsWith(' 200')).length;
		expect(done).toBeGreaterThanOrEqual(2);
		expect(error).toHaveProperty(
			'description',
			expect.stringContaining(`${done} other items are done and stay done.`),
		);
	});
});
