import type { FaultRule } from '../../sandbox/faults.cts';
import { column, failingAlike, hintsOf, jsonOf } from './outcome.cts';
import { typesNamed, upsertRoofCheck, upsertType } from './roofCheck.cts';
import { ids, useStage, wire } from './stage.cts';

/* An answer on the way to a meeting type is lost: there is one type, and no second one is made. */

const stage = useStage({ forEachTest: true, nodeSpeed: 50 });

const upsert = upsertRoofCheck({ slug: 'roof' });
const survey = upsertType('Site survey', { spots: 2 });
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

const unclear =
	'Slug: no meeting type has "roof", but "Roof check" has the slug roof-check. If that one is meant, give it the slug with Update; otherwise choose another name.';

it('a creation that is given up is not made again by the next item', async () => {
	stage.sandbox.faults.add({ kind: 'reset', when: 'after', method: 'POST' });
	const result = await stage.run(
		{ ...upsert, options: { maxWait: 0 } },
		{ items: [{}, {}], onError: 'continueErrorOutput' },
	);
	expect(result.errors).toMatchObject([
		{ json: { details: { mayHaveHappened: true } } },
		{ json: { error: unclear } },
	]);
	expect(posts()).toHaveLength(1);
});

it('a creation that was not completed is left to a person by the next run', async () => {
	stage.sandbox.faults.add({ kind: 'status', status: 409, method: 'PATCH' });
	const first = await stage.run(upsert);
	expect(jsonOf(first)).toMatchObject([{ slug: 'roof-check', change: 'created', notKept: 'slug' }]);
	expect(hintsOf(first)).toEqual([expect.stringContaining('not all of it could be set (slug)')]);
	expect(await failingAlike(stage, upsert)).toMatchObject({ error: unclear });
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
