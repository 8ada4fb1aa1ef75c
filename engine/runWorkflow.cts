import './environment.cts';
import { ExecutionLifecycleHooks, WorkflowExecute } from 'n8n-core';
import {
	createRunExecutionData,
	WorkflowOperationError,
	type INode,
	type IRun,
	type Workflow,
} from 'n8n-workflow';
import { createAdditionalData } from './additionalData.cts';
import type { GivenCredentials } from './credentialsHelper.cts';
import { DataTables } from './dataTables.cts';
import { chooseStartNode, toWorkflow, type ExportedWorkflow } from './exportedWorkflow.cts';
import { loadPackages } from './packages.cts';
import { toNodeRun, toNodeRuns, type NodeRun, type RunResult } from './runResult.cts';

export interface RunOptions {
	workflow: ExportedWorkflow;
	/** By credential type, or by the name a node of the workflow gives its credential. */
	credentials?: GivenCredentials;
	onNodeStarted?(name: string): void;
	/** Called after each run of a node; a node in a loop runs more than once. */
	onNodeFinished?(run: NodeRun): void;
	/** Cancels the execution as n8n's stop button does. */
	signal?: AbortSignal;
	/** Name of the node to start from; n8n's choice if not given. */
	startNode?: string;
	/** Root of the community package to load; this repository if not given. */
	packageRoot?: string;
	/** Those of former runs, with what they kept; none yet if not given. */
	dataTables?: DataTables;
}

/**
 * Runs an exported workflow on n8n's engine, as "Execute workflow" in the editor does. Resolves when
 * the last node has ended, after a cancel too.
 *
 * @throws UserError when a node type is unknown or there is no node to start from. What fails while
 * the workflow runs is in the result.
 */
export async function runWorkflow(options: RunOptions): Promise<RunResult> {
	const packages = await loadPackages(options.packageRoot);
	const credentials = options.credentials ?? {};
	const workflow = toWorkflow(options.workflow, packages, credentials);
	const startNode = chooseStartNode(workflow, options.startNode);
	const additionalData = createAdditionalData(packages, credentials);
	additionalData.hooks = createHooks(workflow, options);
	additionalData['data-table'] = {
		dataTableProxyProvider: options.dataTables ?? new DataTables(),
	};

	try {
		const execution = new WorkflowExecute(additionalData, 'manual', createRunExecutionData());
		return await awaitRun(execution, workflow, startNode, options.signal);
	} catch (error) {
		// Issues such as an empty required parameter are found before the first node runs.
		if (!(error instanceof WorkflowOperationError)) throw error;
		return { status: 'error', nodes: new Map(), order: [], error };
	}
}

function createHooks(workflow: Workflow, options: RunOptions): ExecutionLifecycleHooks {
	const hooks = new ExecutionLifecycleHooks('manual', 'local', {
		id: workflow.id,
		name: workflow.name ?? '',
		active: false,
		isArchived: false,
		activeVersionId: null,
		createdAt: new Date(),
		updatedAt: new Date(),
		nodes: Object.values(workflow.nodes),
		connections: workflow.connectionsBySourceNode,
	});
	hooks.addHandler('nodeExecuteBefore', (name) => options.onNodeStarted?.(name));
	hooks.addHandler('nodeExecuteAfter', (name, task) =>
		options.onNodeFinished?.(toNodeRun(workflow, name, [task])),
	);
	return hooks;
}

async function awaitRun(
	execution: WorkflowExecute,
	workflow: Workflow,
	startNode: INode,
	signal: AbortSignal | undefined,
): Promise<RunResult> {
	const running = execution.run({ workflow, startNode, pinData: workflow.pinData });
	let canceled = false;
	const cancel = () => {
		canceled = true;
		running.cancel();
	};
	signal?.addEventListener('abort', cancel, { once: true });
	if (signal?.aborted) cancel();
	try {
		return toRunResult(workflow, await running, canceled);
	} finally {
		signal?.removeEventListener('abort', cancel);
	}
}

function toRunResult(workflow: Workflow, run: IRun, canceled: boolean): RunResult {
	const runs = toNodeRuns(workflow, run.data.resultData.runData);
	const result: RunResult = {
		status: 'error',
		nodes: new Map(runs.map((node) => [node.name, node])),
		order: runs.map((node) => node.name),
		error: run.data.resultData.error,
	};
	if (canceled) return { ...result, status: 'canceled' };
	if (run.status === 'success') return { ...result, status: 'success' };
	if (run.status === 'waiting') {
		const error = new WorkflowOperationError('The workflow waits for longer than this run lasts.');
		return { ...result, error };
	}
	return result;
}
