import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadContract } from '../../contract/validate.cts';
import { entries, nameOf } from '../../scripts/docs/form.cts';
import { staleOutputs } from '../../scripts/docs/outputs.cts';
import { missingRoute } from '../../sandbox/errors.cts';
import { routes } from '../../sandbox/routes/index.cts';
import { everyTask } from '../fault/taskList.cts';
import { requestOf } from '../fault/tasks.cts';
import names from '../unit/node/names.json';
import { operationsOf, requestsIn } from './usedOperations.cts';

/* What the table, the source of the node and the sandbox have to have of each other. Each text says what to write, and where. */

const ROOT = join(__dirname, '..', '..');
const contract = loadContract().operations;
const answered = new Set(routes.map(({ operationId }) => operationId));

const requests = readdirSync(join(ROOT, 'nodes'), { recursive: true, encoding: 'utf8' })
	.filter((file) => file.endsWith('.ts'))
	.flatMap((file) => {
		const own = requestsIn(readFileSync(join(ROOT, 'nodes', file), 'utf8'));
		return own.map((asked) => ({ ...asked, file: `nodes/${file}` }));
	});

const known = entries.map((entry) => ({ ...entry, name: nameOf(entry) }));

it('the contract knows what the node asks for', () => {
	const unknown = requests
		.filter((asked) => operationsOf(asked, contract).length === 0)
		.map(
			({ file, method, path }) =>
				`${file} asks for ${method} ${path}: not in contract/openapi.yaml`,
		);
	expect(unknown).toEqual([]);
});

it('the sandbox answers what the node asks for', () => {
	const unanswered = requests.flatMap((asked) => {
		const meant = operationsOf(asked, contract);
		const lacking = meant.filter(({ id }) => !answered.has(id));
		// Where the source does not show the method, any of the path will do; the task of the operation meets the others.
		return asked.method === undefined && lacking.length < meant.length ? [] : lacking;
	});
	expect([...new Set(unanswered.map(missingRoute))]).toEqual([]);
});

it('the node asks for what its tasks say', () => {
	const asked = requests.flatMap((request) => operationsOf(request, contract));
	const paths = new Set(asked.map(({ id }) => requestOf(id).path));
	const unasked = everyTask
		.filter(({ request }) => !paths.has(request.path))
		.map(({ name, request }) => `${name}: no file in nodes asks for ${request.path}`);
	expect(unasked).toEqual([]);
});

it('each operation has a task', () => {
	const tasks = new Set(everyTask.map(({ name }) => name));
	const missing = known
		.filter(({ name }) => !tasks.has(name))
		.map(
			({ name, resource }) =>
				`${name} has no task: add one to \`tasks\` in test/operations/${resource}.cts. It is what runs the operation with both credentials, and with faults`,
		);
	expect(missing).toEqual([]);
});

it('each task is one of its operation', () => {
	const wrong = everyTask.flatMap(({ name, kind, parameters: { resource, operation } }) => {
		const own = `${String(resource)}.${String(operation)}`;
		const entry = known.find((one) => one.name === name);
		if (entry === undefined || own !== name) return [`The task ${name} runs ${own}`];
		const isRead = entry.operation.effect === 'read';
		return isRead === (kind === 'read')
			? []
			: [`${name} has the effect ${entry.operation.effect}, but its task is of the kind ${kind}`];
	});
	expect(wrong).toEqual([]);
});

it('each operation has frozen names', () => {
	const missing = known
		.filter(({ name }) => !(name in names))
		.map(({ name }) => `${name} is not in test/unit/node/names.json: run \`npm run docs\``);
	expect(missing).toEqual([]);
});

it('n8n’s editor knows what each operation gives', () => {
	const missing = staleOutputs().map(
		(name) => `The schema of what ${name} gives is not up to date: run \`npm run docs\``,
	);
	expect(missing).toEqual([]);
});

describe('requests are found in source', () => {
	it.each([
		['a verb', 'api.get(v4`/user/me`)', [{ method: 'GET', path: '/v4/user/me' }]],
		[
			'a method',
			"api.change('PATCH', v4`/user/${id}`, {})",
			[{ method: 'PATCH', path: '/v4/user/{}' }],
		],
		['a create', 'api.once(root`/crm`, body, once)', [{ method: 'POST', path: '/crm' }]],
		[
			'an act',
			"api.once(v4`/a/${id}/guest`, body, once, 'PATCH')",
			[{ method: 'PATCH', path: '/v4/a/{}/guest' }],
		],
		['a list', 'const users = { path: v4`/user` }', [{ method: 'GET', path: '/v4/user' }]],
		[
			'a path that two calls take',
			"const path = v4`/a/${id}`; api.get(path); api.change('DELETE', path)",
			[
				{ method: 'GET', path: '/v4/a/{}' },
				{ method: 'DELETE', path: '/v4/a/{}' },
			],
		],
		['what a helper sends', 'write(v4`/a`)', [{ method: undefined, path: '/v4/a' }]],
	])('%s', (_what, text, asked) => {
		expect(requestsIn(text)).toEqual(asked);
	});
});
