import {
	WorkflowOperationError,
	type ExecutionError,
	type INodeExecutionData,
	type IRun,
	type IRunData,
	type ITaskData,
	type NodeExecutionHint,
	type Workflow,
} from 'n8n-workflow';

export interface NodeRun {
	name: string;
	type: string;
	/** By output index. A node in a loop has the items of all its runs. */
	outputs: INodeExecutionData[][];
	error?: ExecutionError;
	hints: NodeExecutionHint[];
	ms: number;
}

export interface RunResult {
	status: 'success' | 'error' | 'canceled';
	nodes: Map<string, NodeRun>;
	/** Names of the nodes that ran, in the order of their first run. */
	order: string[];
	error?: ExecutionError;
}

/** Sums up what n8n recorded about the runs of one node. */
export function toNodeRun(workflow: Workflow, name: string, tasks: ITaskData[]): NodeRun {
	const run: NodeRun = {
		name,
		type: workflow.getNode(name)?.type ?? '',
		outputs: [],
		hints: tasks.flatMap((task) => task.hints ?? []),
		ms: tasks.reduce((sum, task) => sum + task.executionTime, 0),
	};
	for (const task of tasks) {
		if (task.error !== undefined) run.error = task.error;
		for (const [index, items] of (task.data?.main ?? []).entries()) {
			run.outputs[index] = [...(run.outputs[index] ?? []), ...(items ?? [])];
		}
	}
	return run;
}

/** The nodes that ran, in the order of their first run. */
export function toNodeRuns(workflow: Workflow, runData: IRunData): NodeRun[] {
	const firstRun = (tasks: ITaskData[]) => Math.min(...tasks.map((task) => task.executionIndex));
	return Object.entries(runData)
		.sort(([, left], [, right]) => firstRun(left) - firstRun(right))
		.map(([name, tasks]) => toNodeRun(workflow, name, tasks));
}

/** Sums up what n8n recorded about an execution that has ended. */
export function toRunResult(workflow: Workflow, run: IRun, canceled: boolean): RunResult {
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

/** The result of an execution that failed before its first node ran. */
export function failedBefore(error: ExecutionError): RunResult {
	return { status: 'error', nodes: new Map(), order: [], error };
}
