import type { FaultRule } from '../../sandbox/faults.cts';
import { column, hintsOf, jsonOf } from './outcome.cts';
import { roofCheck, typesNamed } from './roofCheck.cts';
import { useStage, wire } from './stage.cts';

/* An answer on the way to a new meeting type is lost: one type is made, and what is there is told. */

const stage = useStage({ forEachTest: true, nodeSpeed: 50 });

const stored = () => typesNamed(stage, 'Roof check')[0];
const posts = () => wire(stage).filter((line) => line.startsWith('POST'));

describe('an answer that is lost', () => {
	it.each<[string, FaultRule]>([
		['connection', { kind: 'reset' }],
		['end', { kind: 'halfBody' }],
		['gateway', { kind: 'html' }],
		['sense', { kind: 'garbage' }],
	])('for want of its %s leaves one type, which is found', async (_what, fault) => {
		stage.sandbox.faults.add({ ...fault, when: 'after', method: 'POST' });
		const { items } = await stage.run(roofCheck({ slug: 'roof' }));
		expect(items).toMatchObject([
			{ json: { id: stored()?.id, slug: 'roof', recovered: true }, pairedItem: { item: 0 } },
		]);
		expect(typesNamed(stage, 'Roof check')).toHaveLength(1);
		expect(posts()).toHaveLength(1);
	});

	it('finds the new type, not one of the same name that was there', async () => {
		await stage.run(roofCheck());
		const before = stored();
		if (before === undefined) throw new Error('No type was made');
		stage.sandbox.state.meetingTypes.set(before.id, { ...before, slug: 'old' });
		stage.sandbox.faults.add({ kind: 'reset', when: 'after', method: 'POST' });
		const result = await stage.run(roofCheck());
		expect(jsonOf(result)).toMatchObject([{ slug: 'roof-check', recovered: true }]);
		expect(column(result, 'id')).not.toEqual([before.id]);
		expect(typesNamed(stage, 'Roof check')).toHaveLength(2);
	});

	it('without content is read from the list', async () => {
		stage.sandbox.faults.add({ kind: 'emptyBody', when: 'after', method: 'POST' });
		const { items } = await stage.run(roofCheck());
		expect(items).toMatchObject([{ json: { id: stored()?.id, slug: 'roof-check' } }]);
		expect(items[0]?.json).not.toHaveProperty('recovered');
		expect(posts()).toHaveLength(1);
	});
});

describe('a second request that fails', () => {
	it('leaves the type, and tells what is missing and why', async () => {
		const body = { statusCode: 409, message: 'slug already exists', error: 'Conflict' };
		stage.sandbox.faults.add({ kind: 'status', status: 409, method: 'PATCH', body });
		const result = await stage.run(roofCheck({ slug: 'roof', enabled: false }));
		expect(result.status).toBe('success');
		expect(result.items).toMatchObject([
			{ json: { slug: 'roof-check', enabled: true, notKept: 'slug, enabled' } },
		]);
		expect(hintsOf(result)).toEqual([
			'"Roof check" was created, but not all of it could be set (slug, enabled): The change conflicts with something that exists. Another page has this address already. Choose another slug. meetergo answered: slug already exists',
		]);
		expect(posts()).toHaveLength(1);
	});

	it('is read again when its answer is empty', async () => {
		stage.sandbox.faults.add({ kind: 'emptyBody', when: 'after', method: 'PATCH' });
		const { items } = await stage.run(roofCheck({ slug: 'roof' }));
		expect(items).toMatchObject([{ json: { slug: 'roof' } }]);
		expect(items[0]?.json).not.toHaveProperty('notKept');
		expect(wire(stage).at(-1)).toBe(`GET /v4/meeting-type/${stored()?.id} 200`);
	});
});
