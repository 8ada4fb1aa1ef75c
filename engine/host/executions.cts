import '../environment.cts';
import {
	createErrorExecutionData,
	createRunExecutionData,
	WorkflowOperationError,
	type ExecutionError,
	type INodeExecutionData,
	type IRunExecutionData,
	type Workflow,
} from 'n8n-workflow';
import { createAdditionalData } from '../additionalData.cts';
import type { DataTables } from '../dataTables.cts';
import { execute, type ExecuteOptions } from '../execute.cts';
import { failedBefore, toNodeRuns, type RunResult } from '../runResult.cts';
import { toError, type HostedWorkflow, type Instance } from './instance.cts';
import type { Unsettled } from './unsettled.cts';

export interface Execution {
	readonly workflowId: string;
	/** `webhook` and `trigger` are production, from a webhook and from a poll; `manual` is a test in the editor. */
	readonly mode: 'webhook' | 'trigger' | 'manual';
	/** Name of the node it began with. */
	readonly startNode: string;
	readonly status: RunResult['status'];
	readonly result: RunResult;
}

/** What an execution begins with. */
export interface Start {
	readonly workflow: HostedWorkflow;
	readonly mode: Execution['mode'];
	/** Name of the trigger node. */
	readonly node: string;
}

export class Executions {
	/** In the order in which they ended. */
	readonly ended: Execution[] = [];

	constructor(
		private readonly instance: Instance,
		private readonly unsettled: Unsettled,
		private readonly dataTables: DataTables,
		private readonly onExecution?: (execution: Execution) => void,
	) {}

	/**
	 * Runs a workflow from its trigger node on, with what that has given. The nodes find the static data that is stored
	 * now. Never rejects.
	 */
	async start(start: Start, data: INodeExecutionData[][]): Promise<Execution> {
		return await this.resume(start, data, {});
	}

	/** Records that a webhook could not be answered: n8n runs its node once more, which then fails with the error. */
	async startFailed(start: Start, error: Error): Promise<Execution> {
		const { message, stack } = error;
		const failure = { ...error, message, stack } as ExecutionError;
		return await this.resume(start, [[{ json: {} }]], {
			resultData: { runData: {}, lastNodeExecuted: start.node, error: failure },
		});
	}

	/** Records that a poll failed; nothing runs. */
	fail(start: Start, error: Error): Execution {
		const workflow = this.instance.storedWorkflow(start.workflow);
		const node = workflow.getNode(start.node);
		if (node === null) return this.end(start, failedBefore(toExecutionError(error)));
		const { resultData } = createErrorExecutionData(node, toExecutionError(error));
		const runs = toNodeRuns(workflow, resultData.runData);
		return this.end(start, {
			status: 'error',
			nodes: new Map(runs.map((run) => [run.name, run])),
			order: runs.map((run) => run.name),
			error: resultData.error,
		});
	}

	/** Never rejects. @param begin starts it on n8n's engine */
	async run(start: Start, begin: (workflow: Workflow) => Begun): Promise<Execution> {
		const running = this.resultOf(start, begin).then((result) => this.end(start, result));
		return await this.unsettled.track(running);
	}

	private async resume(
		start: Start,
		data: INodeExecutionData[][],
		before: Partial<IRunExecutionData>,
	): Promise<Execution> {
		return await this.run(start, (workflow) => {
			const node = workflow.getNode(start.node);
			if (node === null) throw new WorkflowOperationError(`There is no node "${start.node}".`);
			const nodeExecutionStack = [{ node, data: { main: data }, source: null }];
			const pinData = start.mode === 'manual' ? workflow.pinData : undefined;
			const runExecutionData = Object.assign(
				createRunExecutionData({ executionData: { nodeExecutionStack }, resultData: { pinData } }),
				before,
			);
			return {
				runExecutionData,
				begin: (execution) => execution.processRunExecutionData(workflow),
			};
		});
	}

	private async resultOf(
		{ workflow: hosted, mode }: Start,
		begin: (workflow: Workflow) => Begun,
	): Promise<RunResult> {
		const { instance } = this;
		const isProduction = mode !== 'manual';
		try {
			const staticData = instance.staticData(hosted.id);
			const workflow = instance.workflow(hosted, staticData, isProduction);
			const additionalData = createAdditionalData(instance.packages, instance.credentials, {
				instanceUrl: instance.url,
			});
			additionalData['data-table'] = { dataTableProxyProvider: this.dataTables };
			const result = await execute({ workflow, additionalData, mode, ...begin(workflow) });
			// Tests in the editor keep nothing.
			if (isProduction) instance.save(workflow);
			return result;
		} catch (error) {
			return failedBefore(toExecutionError(toError(error)));
		}
	}

	private end({ workflow, mode, node }: Start, result: RunResult): Execution {
		const execution: Execution = {
			workflowId: workflow.id,
			mode,
			startNode: node,
			status: result.status,
			result,
		};
		this.ended.push(execution);
		this.onExecution?.(execution);
		return execution;
	}
}

/** How an execution gets going. */
export type Begun = Pick<ExecuteOptions, 'begin' | 'runExecutionData'>;

/** n8n types what nodes may throw as its own errors, and takes any. */
function toExecutionError(error: Error): ExecutionError {
	return error as ExecutionError;
}
