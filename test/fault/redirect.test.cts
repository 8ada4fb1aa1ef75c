import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { INodeParameters } from 'n8n-workflow';
import { throughErrorOutput } from '../workflow/outcome.cts';
import { byId, credentials, ids, useStage, wire } from '../workflow/stage.cts';
import { listen } from './door.cts';
import { tasks } from './taskList.cts';
import { itemOf, requestsOf, runTask, type Task } from './tasks.cts';
import { inTheFuture } from '../workflow/nextFree.cts';

/* A redirect to another origin: nothing is sent on that could do harm there, and no key. */

const stage = useStage({
	...inTheFuture,
	forEachTest: true,
	nodeSpeed: 100,
});

const STATUSES = [301, 302, 303, 307, 308];
const me: INodeParameters = { resource: 'user', operation: 'getMe' };

let elsewhere: Server;
let origin: string;
const seen: Array<{ method: string | undefined; headers: IncomingHttpHeaders }> = [];
beforeAll(async () => {
	elsewhere = createServer(({ method, headers }, response) => {
		seen.push({ method, headers });
		response.writeHead(200, { 'content-type': 'application/json' });
		response.end(JSON.stringify({ id: ids.users.james }));
	});
	origin = await listen(elsewhere);
});
beforeEach(() => {
	seen.length = 0;
});
afterAll(() => elsewhere.close());

const redirect = (status: number, request: Partial<Task['request']> = {}) =>
	stage.sandbox.faults.add({
		kind: 'status',
		status,
		body: {},
		headers: { location: `${origin}/v4/user/me?key=abc` },
		...request,
	});

describe.each(STATUSES)('with %i', (status) => {
	it.each(['personalAccessToken', 'platformApiKey'])('does not take the %s along', async (kind) => {
		redirect(status);
		await stage.run({ ...me, authentication: kind });
		expect(seen).toMatchObject([{ method: 'GET' }]);
		expect(seen[0]?.headers).not.toHaveProperty('authorization');
		expect(JSON.stringify(seen)).not.toContain(credentials.adminToken);
		expect(JSON.stringify(seen)).not.toContain(credentials.platformKey);
		expect(stage.exchanges[0]?.headers).toHaveProperty('authorization');
	});

	it('is not followed by a write, and the address stays half told', async () => {
		redirect(status);
		const { error, details } = await throughErrorOutput(stage, {
			resource: 'booking',
			operation: 'cancel',
			bookingId: byId(ids.appointments.confirmed),
		});
		expect(error).toBe('meetergo refused the request');
		expect(details).toMatchObject({ httpCode: status, code: 'requestRefused' });
		expect(details.description).toBe(
			`Something else, such as a proxy or a sign-in page, may have answered. Check the Base URL of the credential. meetergo answered: a redirect to ${origin}/...`,
		);
		expect(wire(stage)).toEqual([expect.stringMatching(/^POST .*\/cancel \d+$/)]);
	});
});

const writes = tasks.filter(({ kind }) => kind !== 'read');

describe('is not followed, and nothing was done:', () => {
	// With 307 and 308 a client would send the same request on, body and all; with 302 it would read, and take that for success.
	const rows = [302, 307, 308].flatMap((status) =>
		writes.map((task): [string, number, Task] => [task.name, status, task]),
	);

	it.each(rows)('%s with %i', async (_name, status, task) => {
		const item = itemOf(task, stage, 1);
		redirect(status, task.request);
		const { items, errors } = await runTask(stage, task, [item]);
		expect(items).toEqual([]);
		expect(errors).toMatchObject([
			{ json: { details: { code: 'requestRefused', mayHaveHappened: false } } },
		]);
		expect(task.effects(stage, item)).toEqual([]);
		expect(requestsOf(task, stage)).toHaveLength(1);
		expect(seen).toEqual([]);
	});
});
