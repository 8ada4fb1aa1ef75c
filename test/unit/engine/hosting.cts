import type { INode, INodeParameters } from 'n8n-workflow';
import {
	startHost,
	type Host,
	type HostedWorkflow,
	type HostOptions,
} from '../../../engine/host/host.cts';
import { startConductor, type Conductor } from './conductor.cts';
import { fixture } from './fixture.cts';

const started: Host[] = [];

/** A host with the nodes of the fixture. */
export async function hosting(options: HostOptions = {}): Promise<Host> {
	const { packageRoot } = fixture;
	const host = await startHost({ packageRoot, ...options });
	started.push(host);
	return host;
}

export async function closeHosts(): Promise<void> {
	await Promise.all(started.splice(0).map(async (host) => await host.close()));
}

/** Somebody who conducts the nodes of all hosts of a test file, which are closed after each test. */
export function useConductor(): Conductor {
	let conductor: Conductor | undefined;
	const current = (): Conductor => {
		if (conductor === undefined) throw new Error('Nobody conducts before tests run');
		return conductor;
	};
	beforeAll(async () => {
		conductor = await startConductor();
	});
	beforeEach(() => current().reset());
	afterEach(closeHosts);
	afterAll(async () => await current().close());
	return {
		get url() {
			return current().url;
		},
		get calls() {
			return current().calls;
		},
		get replies() {
			return current().replies;
		},
		set replies(replies) {
			current().replies = replies;
		},
		told: () => current().told(),
		reset: () => current().reset(),
		close: async () => await current().close(),
	};
}

function node(name: string, type: string, parameters: INodeParameters): INode {
	const id = `id of ${name}`;
	return { id, name, type, typeVersion: 1, position: [0, 0], parameters };
}

/** Trigger nodes, each followed by the node "After". */
function workflow(id: string, triggers: INode[], after: INodeParameters): HostedWorkflow {
	const toAfter = { main: [[{ node: 'After', type: 'main' as const, index: 0 }]] };
	return {
		id,
		name: `Workflow ${id}`,
		nodes: [...triggers, node('After', fixture.type, after)],
		connections: Object.fromEntries(triggers.map(({ name }) => [name, toAfter])),
		settings: { executionOrder: 'v1' },
	};
}

/** A workflow of the node "Hook", whose webhook ID is `hook-ID`. */
export function hookWorkflow(
	{ url }: Conductor,
	id = 'w1',
	parameters: INodeParameters = {},
	after: INodeParameters = {},
): HostedWorkflow {
	const hook = node('Hook', 'n8n-nodes-fixture.fixtureTrigger', { api: url, ...parameters });
	return workflow(id, [{ ...hook, webhookId: `hook-${id}` }], after);
}

/** A workflow of the node "Poll". */
export function pollWorkflow({ url }: Conductor, id = 'w1', after: INodeParameters = {}) {
	return workflow(id, [node('Poll', 'n8n-nodes-fixture.fixturePoll', { api: url })], after);
}

/** A workflow of both. */
export function bothWorkflow(conductor: Conductor, id = 'w1'): HostedWorkflow {
	const [hook] = hookWorkflow(conductor, id).nodes;
	const [poll] = pollWorkflow(conductor, id).nodes;
	return workflow(
		id,
		[hook, poll].filter((one) => one !== undefined),
		{},
	);
}

/** Sends JSON to a webhook. @returns status and body, read as JSON where it is */
export async function send(url: string, body: unknown = {}, init: RequestInit = {}) {
	const response = await fetch(url, {
		method: 'POST',
		headers: { 'content-type': 'application/json' },
		body: JSON.stringify(body),
		...init,
	});
	const text = await response.text();
	const isJson = response.headers.get('content-type')?.startsWith('application/json');
	const { status, headers } = response;
	return { status, headers, body: isJson && text !== '' ? (JSON.parse(text) as unknown) : text };
}
