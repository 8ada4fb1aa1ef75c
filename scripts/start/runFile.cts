import { basename } from 'node:path';
import { UserError } from 'n8n-workflow';
import { checkWorkflow } from '../../engine/checkWorkflow.cts';
import type { ExportedWorkflow } from '../../engine/exportedWorkflow.cts';
import { readWorkflow } from '../../engine/readWorkflow.cts';
import { runWorkflow } from '../../engine/runWorkflow.cts';
import type { WorkflowProblem } from '../../engine/workflowProblem.cts';
import type { ExampleSandbox } from './exampleSandbox.cts';
import type { LiveLine } from './liveLine.cts';
import { ourTriggers, withMadeUpEvents } from './madeUpEvents.cts';
import { describeError, reportNode } from './nodeReport.cts';

/** One line of the summary. */
export interface Outcome {
	workflow: string;
	nodes: number;
	ms: number;
	result: 'success' | 'error' | 'canceled' | 'not run';
}

export interface RunFileOptions {
	file: string;
	/** Answers in place of meetergo. */
	sandbox: ExampleSandbox;
	/** IANA zone of workflows that name none: n8n's own default is New York, here it is the reader's. */
	zone: string;
	signal: AbortSignal;
	live: LiveLine;
	/** Characters a line may have. */
	width: number;
}

/** Runs one exported workflow and shows, node by node, what happened. */
export async function runFile(options: RunFileOptions): Promise<Outcome> {
	const { file, sandbox, zone, live } = options;
	const read = await readWorkflow(file);
	if ('problem' in read) return refuse(basename(file), [read.problem], live);

	const exported = {
		...read.workflow,
		settings: { timezone: zone, ...read.workflow.settings },
	};
	const name = exported.name ?? basename(file, '.json');
	const ready = await makeUpEvents(exported, sandbox);
	if ('problem' in ready) return refuse(name, [ready.problem], live);
	const { workflow, notes } = ready;
	const problems = await checkWorkflow({ workflow, credentials: sandbox.credentials });
	if (problems.length > 0) return refuse(name, problems, live);
	return await runAndShow(name, workflow, notes, options);
}

/** Nothing is delivered here, and nothing changes from one poll to the next. */
async function makeUpEvents(
	exported: ExportedWorkflow,
	sandbox: ExampleSandbox,
): Promise<{ workflow: ExportedWorkflow; notes: string[] } | { problem: WorkflowProblem }> {
	const without = ourTriggers(exported).filter(({ name }) => !exported.pinData?.[name]);
	const notes = without.map(
		({ name }) =>
			`"${name}" waits for events. Here they are made up, about records of the sandbox.`,
	);
	try {
		return { workflow: await withMadeUpEvents(exported, sandbox), notes };
	} catch (error) {
		if (!(error instanceof UserError)) throw error;
		const advice = 'Correct the field in n8n, and export the workflow again.';
		return { problem: { what: error.message, advice } };
	}
}

async function runAndShow(
	name: string,
	workflow: ExportedWorkflow,
	notes: readonly string[],
	{ sandbox, signal, live, width }: RunFileOptions,
): Promise<Outcome> {
	live.print(`\n${name}\n${'='.repeat(Math.min(name.length, width))}`);
	for (const note of notes) live.print(note);
	const startedAt = Date.now();
	const result = await runWorkflow({
		workflow,
		credentials: sandbox.credentials,
		signal,
		onNodeStarted: (node) => live.show(`${node} is running`),
		onNodeFinished: (run) => {
			const node = workflow.nodes.find((candidate) => candidate.name === run.name);
			live.print(`\n${reportNode(run, node, width)}`);
		},
	});
	const failedBefore = result.status === 'error' && result.order.length === 0;
	if (failedBefore && result.error) live.print(describeError(result.error).join('\n'));
	return {
		workflow: name,
		nodes: result.order.length,
		ms: Date.now() - startedAt,
		result: result.status,
	};
}

function refuse(workflow: string, problems: WorkflowProblem[], live: LiveLine): Outcome {
	live.print(`\n${workflow} cannot run:`);
	for (const { what, advice } of problems) live.print(`  ${what}\n    ${advice}`);
	return { workflow, nodes: 0, ms: 0, result: 'not run' };
}
