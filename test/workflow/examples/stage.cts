import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { IDataObject } from 'n8n-workflow';
import { deviationsOf, type Exchange } from '../../../contract/validate.cts';
import type { DataTables } from '../../../engine/dataTables.cts';
import type { ExportedWorkflow } from '../../../engine/exportedWorkflow.cts';
import { readWorkflow } from '../../../engine/readWorkflow.cts';
import type { RunResult } from '../../../engine/runResult.cts';
import { runWorkflow } from '../../../engine/runWorkflow.cts';
import type { Appointment } from '../../../sandbox/records/bookings.cts';
import {
	startExampleSandbox,
	type ExampleSandbox,
} from '../../../scripts/start/exampleSandbox.cts';
import type { Event, Happening } from '../../../scripts/start/happenings.cts';
import { ourTriggers, toldItem } from '../../../scripts/start/madeUpEvents.cts';

/** What nodes give in place of their own, by name, as if it were pinned to them. */
type Pinned = Readonly<Record<string, readonly IDataObject[]>>;

export const ZONE = 'Europe/Vienna';

const folder = join(__dirname, '..', '..', '..', 'examples');

/** Every example, by the name of its file. */
export const files = readdirSync(folder).filter((name) => name.endsWith('.json'));

/** Those that need n8n's AI nodes, which the engine of these tests lacks. `test/e2e` runs them. */
export const agentFiles = readdirSync(join(folder, 'ai')).map((name) => `ai/${name}`);

/** When an example runs unless told otherwise. */
export const NOON = '2026-03-04T11:00:00Z';

/** When examples may stumble: names for `describe.each`, and instants. Vienna is an hour or two ahead of UTC. */
export const moments: ReadonlyArray<readonly [name: string, now: string]> = [
	['a Wednesday noon', NOON],
	['a Sunday night, already Monday in Vienna', '2026-11-22T23:30:00Z'],
	['the Saturday before clocks go back, the last minutes of the day', '2026-10-24T21:58:00Z'],
	['the last evening of a month and a year', '2026-12-31T22:30:00Z'],
];

interface ExampleOptions {
	/** Those of a run before, with what it kept. */
	readonly dataTables?: DataTables;
	readonly pinned?: Pinned;
	/** The example as it is to run; as it would be imported if not given. */
	readonly workflow?: ExportedWorkflow;
}

/** A sandbox in which an example runs, anew for each test. */
export interface ExampleStage {
	readonly sandbox: ExampleSandbox;
	/** What went over the wire. */
	readonly exchanges: Exchange[];
	run(options?: ExampleOptions): Promise<RunResult>;
	/** What the trigger of the example gives when it tells of an event. */
	told(event: Event, ...happenings: readonly Happening[]): Promise<Pinned>;
}

function keepOneOf(every: number, { appointments }: ExampleSandbox['state']): void {
	for (const [at, id] of [...appointments.keys()].entries())
		if (at % every !== 0) appointments.delete(id);
}

/**
 * The stage of one example, at a time of its own. After each test the contract is checked.
 *
 * @param oneOf of so many bookings the sandbox keeps one
 */
export function useExample(file: string, now = NOON, oneOf = 1): ExampleStage {
	let sandbox: ExampleSandbox | undefined;
	const exchanges: Exchange[] = [];
	const current = (): ExampleSandbox => {
		if (sandbox === undefined) throw new Error('The stage is set only while tests run');
		return sandbox;
	};
	beforeEach(async () => {
		const ahead = Date.parse(now) - Date.now();
		const realNow = Date.now;
		jest.spyOn(Date, 'now').mockImplementation(() => realNow() + ahead);
		sandbox = await startExampleSandbox(ZONE, { onExchange: (seen) => exchanges.push(seen) });
		keepOneOf(oneOf, sandbox.state);
	});
	afterEach(async () => {
		await current().close();
		jest.restoreAllMocks();
		expect(exchanges.splice(0).flatMap(deviationsOf)).toEqual([]);
	});
	return {
		get sandbox() {
			return current();
		},
		exchanges,
		async run({ dataTables, pinned = {}, workflow: given } = {}) {
			const { credentials } = current();
			const workflow = given ?? (await readExample(file));
			const pinData = { ...workflow.pinData };
			for (const [node, items] of Object.entries(pinned)) {
				pinData[node] = items.map((json) => ({ json }));
			}
			return await runWorkflow({ workflow: { ...workflow, pinData }, credentials, dataTables });
		},
		async told(event, ...happenings) {
			const workflow = await readExample(file);
			const [trigger] = ourTriggers(workflow);
			if (trigger === undefined) throw new Error(`${file} does not begin with our triggers`);
			const items = happenings.map((happening) =>
				toldItem({ trigger, event, happening, workflow, sandbox: current() }),
			);
			return { [trigger.name]: items.map(({ json }) => json) };
		},
	};
}

/** An example as it would be imported, in the time zone of the tests. */
export async function readExample(file: string): Promise<ExportedWorkflow> {
	const answer = await readWorkflow(join(folder, file));
	if ('problem' in answer) throw new Error(answer.problem.what);
	const { settings, ...workflow } = answer.workflow;
	return { ...workflow, settings: { ...settings, timezone: ZONE } };
}

/** What a node gave at its first output. */
export function records(result: RunResult, node: string): IDataObject[] {
	return result.nodes.get(node)?.outputs[0]?.map(({ json }) => json) ?? [];
}

/** The requests that may have changed something, in order. */
export function writes({ exchanges }: ExampleStage): string[] {
	return exchanges
		.filter(({ method }) => method !== 'GET')
		.map(({ method, path }) => `${method} ${path}`);
}

/** All bookings, in order of time. */
export function appointments({ sandbox }: ExampleStage): Appointment[] {
	return [...sandbox.state.appointments.values()].sort((a, b) => (a.start < b.start ? -1 : 1));
}
