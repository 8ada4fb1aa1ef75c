import type { INodeParameters } from 'n8n-workflow';
import type { FaultRule } from '../../sandbox/faults.cts';
import { column, jsonOf, throughErrorOutput } from './outcome.cts';
import { byId, ids, useStage, wire } from './stage.cts';

/* The answer to a new user is lost: there is one user, and nobody is left without a word. */

const stage = useStage({ forEachTest: true, nodeSpeed: 50 });

function create(more: INodeParameters = {}): INodeParameters {
	return {
		authentication: 'platformApiKey',
		resource: 'user',
		operation: 'create',
		email: 'Ada.Byron@example.org',
		givenName: 'Ada',
		familyName: 'Byron',
		...more,
	};
}

const adas = () =>
	[...stage.sandbox.state.users.values()].filter(({ givenName }) => givenName === 'Ada');
const posts = () => wire(stage).filter((line) => line.startsWith('POST'));

it.each<[string, FaultRule]>([
	['connection', { kind: 'reset' }],
	['end', { kind: 'halfBody' }],
	['gateway', { kind: 'html' }],
])('for want of its %s: the user is found by the mail address', async (_what, fault) => {
	stage.sandbox.faults.add({ ...fault, when: 'after', method: 'POST' });
	const result = await stage.run(create());
	expect(jsonOf(result)).toEqual([
		{
			id: adas()[0]?.id,
			email: 'Ada.Byron@example.org',
			fullName: 'Ada Byron',
			bookingUrl: null,
			scheduleId: adas()[0]?.defaultAvailabilityId,
			meetingTypeId: null,
			companyId: ids.company,
			recovered: true,
		},
	]);
	expect(adas()).toHaveLength(1);
	expect(posts()).toHaveLength(1);
});

it('is empty: the user is found as well, and nothing was lost', async () => {
	stage.sandbox.faults.add({ kind: 'emptyBody', when: 'after', method: 'POST' });
	const result = await stage.run(create());
	expect(column(result, 'id')).toEqual([adas()[0]?.id]);
	expect(column(result, 'recovered')).toEqual([undefined]);
	expect(posts()).toHaveLength(1);
});

it('stays in doubt where the user acted as may not list users', async () => {
	stage.sandbox.faults.add({ kind: 'reset', when: 'after', method: 'POST' });
	const { details } = await throughErrorOutput(
		stage,
		create({ actingUser: byId(ids.users.james) }),
	);
	expect(details).toMatchObject({ code: 'connectionLost', mayHaveHappened: true });
	expect(details.description).toMatch(
		/Look for the mail address with User > Get Many before you create the user again\.$/,
	);
	expect(posts()).toHaveLength(1);
	expect(adas()).toHaveLength(1);
});

it('is not even asked for when the users cannot be read', async () => {
	stage.sandbox.faults.add({ kind: 'status', status: 500, method: 'GET', times: Infinity });
	const { details } = await throughErrorOutput(stage, create({ options: { maxWait: 0 } }));
	expect(details).toMatchObject({ code: 'serverError', mayHaveHappened: false });
	expect(posts()).toEqual([]);
});
