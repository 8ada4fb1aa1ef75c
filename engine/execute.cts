import './environment.cts';
import { ExecutionLifecycleHooks, WorkflowExecute } from 'n8n-core';
import {
	createRunExecutionData,
	WorkflowOperationError,
	type IRunExecutionData,
	type IWorkflowExecuteAdditionalData,
	type Workflow,
	type WorkflowExecuteMode,
} from 'n8n-workflow';
import {
	failedBefore,
	toNodeRun,
	toRunResult,
	type NodeRun,
	type RunResult,
} from './runResult.cts';

/** What can be done with an execution while it runs. */
export interface RunHandlers {
	onNodeStarted?(name: string): void;
	/** Called after each run of a node; a node in a loop runs more than once. */
	onNodeFinished?(run: NodeRun): void;
	/** Cancels the execution as n8n's stop button does. */
	signal?: AbortSignal;
}

export interface ExecuteOptions extends RunHandlers {
	workflow: Workflow;
	additionalData: IWorkflowExecuteAdditionalData;
	mode: WorkflowExecuteMode;
	/** What has happened already; nothing if not given. */
	runExecutionData?: IRunExecutionData;
	begin(execution: WorkflowExecute): ReturnType<WorkflowExecute['run']>;
}

/**
 * Runs a workflow on n8n's engine. Resolves when the last node has ended, after a cancel too; what fails is in the
 * result.
 */
export async function execute(options: ExecuteOptions): Promise<RunResult> {
	const { workflow, additionalData, mode, signal } = options;
	additionalData.hooks = createHooks(options);
	try {
		const execution = new WorkflowExecute(
			additionalData,
			mode,
			options.runExecutionData ?? createRunExecutionData(),
		);
		return await awaitRun(workflow, options.begin(execution), signal);
	} catch (error) {
		// Issues such as an empty required parameter are found before the first node runs.
		if (!(error instanceof WorkflowOperationError)) throw error;
		return failedBefore(error);
	}
}

function createHooks({ workflow, mode, onNodeStarted, onNodeFinished }: ExecuteOptions) {
	const hooks = new ExecutionLifecycleHooks(mode, 'local', {
		id: workflow.id,
		name: workflow.name ?? '',
		active: workflow.active,
		isArchived: false,
		activeVersionId: null,
		createdAt: new Date(),
		updatedAt: new Date(),
		nodes: Object.values(workflow.nodes),
		connections: workflow.connectionsBySourceNode,
	});
	hooks.addHandler('nodeExecuteBefore', (name) => onNodeStarted?.(name));
	hooks.addHandler('nodeExecuteAfter', (name, task) =>
		onNodeFinished?.(toNodeRun(workflow, name, [task])),
	);
	return hooks;
}

async function awaitRun(
	workflow: Workflow,
	running: ReturnType<WorkflowExecute['run']>,
	signal: AbortSignal | undefined,
): Promise<RunResult> {
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
