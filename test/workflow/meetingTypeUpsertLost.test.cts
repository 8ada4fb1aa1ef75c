import type { FaultRule } from '../../sandbox/faults.cts';
import { column, hintsOf, jsonOf } from './outcome.cts';
import { roofCheck, typesNamed } from './roofCheck.cts';
import { ids, useStage, wire } from './stage.cts';

/* An answer on the way to a meeting type is lost: there is one type, and the next run completes it. */

const stage = useStage({ forEachTest: true });

const upsert = roofCheck({ slug: 'roof' }, { operation: 'upsert' });
const survey = roofCheck(
	{ spots: 2 },
	{ operation: 'upsert', name: 'Site survey', duration: 45, channel: 'connect' },
);
const posts = () => wire(stage).filter((line) => line.startsWith('POST'));

it.each<[string, FaultRule]>([
	['connection', { kind: 'reset' }],
	['end', { kind: 'halfBody' }],
	['gateway', { kind: 'html' }],
])('a new type is found when the answer lost its %s', async (_what, fault) => {
	stage.sandbox.faults.add({ ...fault, when: 'after', method: 'POST' });
	const result = await stage.run(upsert, { items: [{}, {}] });
	expect(jsonOf(result)).toMatchObject([
		{ slug: 'roof', change: 'created', recovered: true },
		{ slug: 'roof', change: 'unchanged' },
	]);
	expect(typesNamed(stage, 'Roof check')).toHaveLength(1);
	expect(posts()).toHaveLength(1);
});

it('a creation that is given up is found by the next item', async () => {
	stage.sandbox.faults.add({ kind: 'reset', when: 'after', method: 'POST' });
	const result = await stage.run(
		{ ...upsert, options: { maxWait: 0 } },
		{ items: [{}, {}], onError: 'continueErrorOutput' },
	);
	expect(result.errors).toMatchObject([{ json: { details: { mayHaveHappened: true } } }]);
	expect(column(result, 'change')).toEqual(['updated']);
	expect(column(result, 'slug')).toEqual(['roof']);
	expect(posts()).toHaveLength(1);
});

it('a creation that was not completed is completed by the next run', async () => {
	stage.sandbox.faults.add({ kind: 'status', status: 409, method: 'PATCH' });
	const first = await stage.run(upsert);
	expect(jsonOf(first)).toMatchObject([{ slug: 'roof-check', change: 'created', notKept: 'slug' }]);
	expect(hintsOf(first)).toEqual([expect.stringContaining('not all of it could be set (slug)')]);
	const second = await stage.run(upsert);
	expect(jsonOf(second)).toMatchObject([
		{ id: first.items[0]?.json.id, slug: 'roof', change: 'updated' },
	]);
	expect(column(await stage.run(upsert), 'change')).toEqual(['unchanged']);
	expect(posts()).toHaveLength(1);
});

it('a change is made again when its answer is lost', async () => {
	stage.sandbox.faults.add({ kind: 'reset', when: 'after', method: 'PATCH' });
	const result = await stage.run(survey, { items: [{}, {}] });
	expect(column(result, 'change')).toEqual(['updated', 'unchanged']);
	expect(column(result, 'spots')).toEqual([2, 2]);
});

it('a change with an empty answer is read again', async () => {
	stage.sandbox.faults.add({ kind: 'emptyBody', when: 'after', method: 'PATCH' });
	const result = await stage.run(survey);
	expect(jsonOf(result)).toMatchObject([{ spots: 2, change: 'updated' }]);
	expect(wire(stage).at(-1)).toBe(`GET /v4/meeting-type/${ids.meetingTypes.oneToOne} 200`);
});
