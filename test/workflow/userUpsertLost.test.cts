import type { FaultRule } from '../../sandbox/faults.cts';
import { adaByron, milaNovak, usersAt } from './adaByron.cts';
import { column, jsonOf, throughErrorOutput } from './outcome.cts';
import { ids, useStage, wire } from './stage.cts';

/* An answer on the way to a user is lost: there is one user, as wanted. */

const stage = useStage({ forEachTest: true, nodeSpeed: 50 });

const posts = () => wire(stage).filter((line) => line.startsWith('POST'));
const adas = () => usersAt(stage, 'ada.byron@example.org');

it.each<[string, FaultRule]>([
	['connection', { kind: 'reset' }],
	['end', { kind: 'halfBody' }],
	['gateway', { kind: 'html' }],
])('a new user is found when the answer lost its %s', async (_what, fault) => {
	stage.sandbox.faults.add({ ...fault, when: 'after', method: 'POST' });
	const result = await stage.run(adaByron(), { items: [{}, {}] });
	expect(jsonOf(result)).toMatchObject([
		{ id: adas()[0]?.id, slug: 'ada-byron', change: 'created', recovered: true },
		{ id: adas()[0]?.id, change: 'unchanged' },
	]);
	expect(adas()).toHaveLength(1);
	expect(posts()).toHaveLength(1);
});

it('a change is made again when its answer is lost', async () => {
	stage.sandbox.faults.add({ kind: 'reset', when: 'after', method: 'PATCH' });
	const result = await stage.run(milaNovak({ givenName: 'Ada' }), { items: [{}, {}] });
	expect(column(result, 'change')).toEqual(['updated', 'unchanged']);
	expect(column(result, 'fullName')).toEqual(['Ada Novak', 'Ada Novak']);
});

it('a change with an empty answer is read from the list', async () => {
	stage.sandbox.faults.add({ kind: 'emptyBody', when: 'after', method: 'PATCH' });
	const result = await stage.run(milaNovak({ givenName: 'Ada' }));
	expect(jsonOf(result)).toMatchObject([{ fullName: 'Ada Novak', change: 'updated' }]);
	expect(wire(stage)).toEqual([
		'GET /v4/user 200',
		`PATCH /v4/user/${ids.users.mila} 200`,
		'GET /v4/user 200',
	]);
});

it('nobody is made when the users cannot be read', async () => {
	stage.sandbox.faults.add({ kind: 'status', status: 500, method: 'GET', times: Infinity });
	const { details } = await throughErrorOutput(stage, adaByron({ options: { maxWait: 0 } }));
	expect(details).toMatchObject({ code: 'serverError', mayHaveHappened: false });
	expect(posts()).toEqual([]);
});
