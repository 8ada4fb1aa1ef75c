import '../environment.cts';
import { PollContext, TriggersAndPollers } from 'n8n-core';
import {
	isSubMinuteCron,
	toCronExpression,
	UserError,
	WorkflowActivationError,
	type INode,
	type INodeExecutionData,
	type TriggerTime,
	type Workflow,
	type WorkflowActivateMode,
} from 'n8n-workflow';
import { isObject } from '../isObject.cts';
import type { Executions, Start } from './executions.cts';
import { toError, type HostedWorkflow, type Instance } from './instance.cts';
import type { Poller, PollScheduler, Polling } from './polling.cts';

/** The polling nodes that are active in this process. */
export class Pollers {
	private readonly functions = new TriggersAndPollers();

	/** By workflow and node id. An activation that has been replaced is in here no more. */
	private readonly active = new Map<string, Map<string, Poller>>();

	constructor(
		private readonly instance: Instance,
		private readonly executions: Executions,
		private readonly scheduler: PollScheduler,
	) {}

	/**
	 * Activates polling nodes of a workflow one after another, each with a first poll. When one fails, none of them is.
	 *
	 * @throws WorkflowActivationError when a first poll fails
	 */
	async start(
		hosted: HostedWorkflow,
		workflow: Workflow,
		nodes: readonly INode[],
		activation: WorkflowActivateMode,
	): Promise<void> {
		const ofWorkflow = this.active.get(hosted.id) ?? new Map<string, Poller>();
		this.active.set(hosted.id, ofWorkflow);
		for (const [index, node] of nodes.entries()) {
			const poller: Poller = { hosted, workflow, node, activation };
			ofWorkflow.set(node.id, poller);
			try {
				await this.activate(poller);
			} catch (thrown) {
				for (const { id } of nodes.slice(0, index + 1)) ofWorkflow.delete(id);
				const cause = toError(thrown);
				const message = `There was a problem activating the workflow: "${cause.message}"`;
				throw new WorkflowActivationError(message, { cause, node });
			}
		}
	}

	isActive(workflowId: string, nodeId: string): boolean {
		return this.active.get(workflowId)?.has(nodeId) ?? false;
	}

	/** What the polls on their way still find is dropped. */
	stop(workflow: Workflow): void {
		this.active.delete(workflow.id);
		for (const { id } of workflow.getPollNodes()) this.scheduler.forget(workflow.id, id);
	}

	/** As the end of the process does. */
	forgetAll(): void {
		this.active.clear();
	}

	/**
	 * Lets all polling nodes of a workflow poll once. Resolves when they have; executions go on.
	 *
	 * @param budgetMs what the nodes are told; as n8n does if not given
	 * @throws UserError when no polling node of the workflow is active
	 */
	async tick(workflowId: string, budgetMs?: number): Promise<void> {
		const pollers = [...(this.active.get(workflowId)?.values() ?? [])];
		if (pollers.length === 0) {
			throw new UserError(`Workflow "${workflowId}" has no active polling node.`);
		}
		await Promise.all(pollers.map(async (poller) => await this.tickOne(poller, budgetMs)));
	}

	private async activate(poller: Poller): Promise<void> {
		const { hosted, node, workflow } = poller;
		checkInterval(node);
		if (!this.scheduler.register(poller)) return;
		try {
			const polling = this.scheduler.begin(poller, true);
			const context = this.contextOf(poller, polling);
			const found = await this.functions.runPollFunction(workflow, node, context);
			if (found !== null) this.emit(poller, polling, found);
		} catch (error) {
			this.scheduler.forget(hosted.id, node.id);
			throw error;
		}
	}

	private async tickOne(poller: Poller, budgetMs?: number): Promise<void> {
		const { hosted, node } = poller;
		const isCurrent = () => this.active.get(hosted.id)?.get(node.id) === poller;
		const polling = this.scheduler.begin(poller, false);
		try {
			const context = this.contextOf(poller, polling, budgetMs);
			const found = await this.functions.runPollFunction(polling.workflow, node, context);
			if (!isCurrent()) return;
			if (found !== null) this.emit(poller, polling, found);
			else this.stores(hosted, () => polling.idle());
		} catch (error) {
			if (isCurrent()) this.executions.fail(startOf(poller), toError(error));
		}
	}

	private emit(poller: Poller, polling: Polling, found: INodeExecutionData[][]): void {
		if (!this.stores(poller.hosted, () => polling.emitted())) return;
		void this.executions.start(startOf(poller), found);
	}

	private stores({ id }: HostedWorkflow, store: () => void): boolean {
		try {
			store();
			return true;
		} catch (error) {
			this.instance.log(id, 'store what a poll keeps', error);
			return false;
		}
	}

	private contextOf({ node }: Poller, polling: Polling, budgetMs = polling.budgetMs): PollContext {
		return new PollContext(
			polling.workflow,
			node,
			this.instance.additionalData(),
			'trigger',
			polling.activation,
			undefined,
			undefined,
			undefined,
			undefined,
			() => polling.data(),
			() => budgetMs,
		);
	}
}

function startOf({ hosted, node }: Poller): Start {
	return { workflow: hosted, mode: 'trigger', node: node.name };
}

/** @throws UserError when the node is to poll more than once a minute */
function checkInterval({ parameters }: INode): void {
	const { pollTimes }: Record<string, unknown> = parameters;
	const times = isObject(pollTimes) && Array.isArray(pollTimes.item) ? pollTimes.item : [];
	if (times.some((time: TriggerTime) => isSubMinuteCron(toCronExpression(time)))) {
		throw new UserError('The polling interval is too short. It has to be at least a minute.');
	}
}
