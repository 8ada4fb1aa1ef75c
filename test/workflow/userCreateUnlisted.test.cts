import { column, jsonOf } from './outcome.cts';
import { useStage, wire } from './stage.cts';

/* Users can be created where listing them is refused, in whichever way. */

const stage = useStage({ forEachTest: true });

const create = {
	authentication: 'platformApiKey',
	resource: 'user',
	operation: 'create',
	email: '={{ $json.email }}',
	givenName: 'Ada',
	familyName: 'Byron',
};
const emails = ['a@example.org', 'b@example.org'];

it.each([
	[400, "Missing required header 'x-meetergo-api-user-id' for API key authentication"],
	[403, 'Forbidden resource'],
	[404, 'Cannot GET /v4/user'],
])('with a %d', async (status, message) => {
	stage.sandbox.faults.add({
		kind: 'status',
		status,
		method: 'GET',
		path: '/user$',
		times: Infinity,
		body: { statusCode: status, message },
	});
	const result = await stage.run(create, { items: emails.map((email) => ({ email })) });
	expect(result.status).toBe('success');
	expect(column(result, 'email')).toEqual(emails);
	expect(jsonOf(result).every(({ id }) => stage.sandbox.state.users.has(String(id)))).toBe(true);
	expect(wire(stage).filter((line) => line.startsWith('POST'))).toEqual([
		'POST /v4/user 201',
		'POST /v4/user 201',
	]);
});
