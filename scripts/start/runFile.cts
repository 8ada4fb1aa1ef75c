import { basename } from 'node:path';
import { checkWorkflow } from '../../engine/checkWorkflow.cts';
import type { GivenCredentials } from '../../engine/credentialsHelper.cts';
import type { ExportedWorkflow } from '../../engine/exportedWorkflow.cts';
import { readWorkflow } from '../../engine/readWorkflow.cts';
import { runWorkflow } from '../../engine/runWorkflow.cts';
import type { WorkflowProblem } from '../../engine/workflowProblem.cts';
import type { LiveLine } from './liveLine.cts';
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
	credentials: GivenCredentials;
	/** IANA zone of workflows that name none: n8n's own default is New York, here it is the reader's. */
	zone: string;
	signal: AbortSignal;
	live: LiveLine;
	/** Characters a line may have. */
	width: number;
}

/** Runs one exported workflow and shows, node by node, what happened. */
export async function runFile(options: RunFileOptions): Promise<Outcome> {
	const { file, credentials, zone, live } = options;
	const read = await readWorkflow(file);
	if ('problem' in read) return refuse(basename(file), [read.problem], live);

	const workflow = {
		...read.workflow,
		settings: { timezone: zone, ...read.workflow.settings },
	};
	const name = workflow.name ?? basename(file, '.json');
	const problems = await checkWorkflow({ workflow, credentials });
	if (problems.length > 0) return refuse(name, problems, live);
	return await runAndShow(name, workflow, options);
}

async function runAndShow(
	name: string,
	workflow: ExportedWorkflow,
	{ credentials, signal, live, width }: RunFileOptions,
): Promise<Outcome> {
	live.print(`\n${name}\n${'='.repeat(Math.min(name.length, width))}`);
	const startedAt = Date.now();
	const result = await runWorkflow({
		workflow,
		credentials,
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
