import { isDeepStrictEqual } from 'node:util';
import type { IDataObject, INode, Workflow, WorkflowActivateMode } from 'n8n-workflow';
import type { HostedWorkflow, Instance } from './instance.cts';

/** A polling node of a published workflow. */
export interface Poller {
	readonly hosted: HostedWorkflow;
	/** Made when the node was activated, and kept as long as it is active. */
	readonly workflow: Workflow;
	readonly node: INode;
	readonly activation: WorkflowActivateMode;
}

/** What one poll works with. */
export interface Polling {
	readonly workflow: Workflow;
	readonly activation: WorkflowActivateMode;
	/** Milliseconds the node is told it may take. */
	readonly budgetMs: number;
	/** The node's static data. */
	data(): IDataObject;
	/** Stores what the poll has kept, before what it found starts an execution. */
	emitted(): void;
	/** After a poll that found nothing; not after the one that tests the activation. */
	idle(): void;
}

/** How n8n polls. */
export interface PollScheduler {
	/** Notes that a node is activated. @returns whether its activation is to be tested by a poll */
	register(poller: Poller): boolean;
	forget(workflowId: string, nodeId: string): void;
	/** @param testing whether it is the poll of the activation */
	begin(poller: Poller, testing: boolean): Polling;
}

/**
 * n8n's default: all polls of an activation work on one object, whose static data is live. What a poll without a result
 * has changed stays in memory until one with a result stores it.
 */
export class MemoryScheduler implements PollScheduler {
	constructor(private readonly instance: Instance) {}

	register(): boolean {
		return true;
	}

	forget(): void {}

	begin({ workflow, node, activation }: Poller): Polling {
		return {
			workflow,
			activation,
			budgetMs: 300_000,
			data: () => workflow.getStaticData('node', node),
			emitted: () => this.instance.save(workflow),
			idle: () => {},
		};
	}
}

/**
 * n8n's scheduler of 2.41 with durable cursors: every poll works on an object of its own, and what a node keeps is
 * stored per node after each poll that has changed it. A node polls at its activation only when it is new to the
 * scheduler, and what that poll keeps without a result is lost.
 */
export class DurableScheduler implements PollScheduler {
	constructor(private readonly instance: Instance) {}

	register({ hosted, node }: Poller): boolean {
		const { pollJobs } = this.instance.database;
		const key = keyOf(hosted.id, node.id);
		if (pollJobs.get(key) !== undefined) return false;
		pollJobs.set(key, 'true');
		return true;
	}

	forget(workflowId: string, nodeId: string): void {
		this.instance.database.pollJobs.delete(keyOf(workflowId, nodeId));
	}

	begin(poller: Poller, testing: boolean): Polling {
		const { instance } = this;
		const { hosted, node } = poller;
		const { cursors } = instance.database;
		const key = keyOf(hosted.id, node.id);
		const workflow = testing ? poller.workflow : instance.storedWorkflow(hosted);
		const stored = cursors.get(key) ?? JSON.stringify(workflow.getStaticData('node', node));
		cursors.set(key, stored);
		// The table holds nothing but static data.
		const cursor = JSON.parse(stored) as IDataObject;
		const commit = () => {
			if (isDeepStrictEqual(cursor, JSON.parse(stored))) return;
			cursors.set(key, JSON.stringify(cursor));
		};
		return {
			workflow,
			activation: testing ? poller.activation : 'update',
			budgetMs: testing ? 300_000 : 36_000,
			data: () => cursor,
			emitted() {
				commit();
				instance.save(workflow);
			},
			idle: commit,
		};
	}
}

function keyOf(workflowId: string, nodeId: string): string {
	return `${workflowId}:${nodeId}`;
}
