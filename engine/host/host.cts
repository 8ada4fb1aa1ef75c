import type { WorkflowActivateMode } from 'n8n-workflow';
import type { GivenCredentials } from '../credentialsHelper.cts';
import type { DataTables } from '../dataTables.cts';
import { loadPackages } from '../packages.cts';
import type { RunResult } from '../runResult.cts';
import type { Database } from './database.cts';
import type { Execution } from './executions.cts';
import type { HostedWorkflow, Logged } from './instance.cts';
import type { Pause } from './retry.cts';
import { RunningHost } from './runningHost.cts';
import { listen } from './server.cts';
import type { TestListener } from './testWebhooks.cts';

export type { Database, Execution, HostedWorkflow, Logged, TestListener };

export interface HostOptions {
	/** By credential type, or by the name a node of the workflow gives its credential. */
	credentials?: GivenCredentials;
	/** Root of the community package to load; this repository if not given. */
	packageRoot?: string;
	/** 0, the default, takes a free one. */
	port?: number;
	/** In memory if not given. Workflows that are published in it are active from the start. */
	database?: Database;
	/** `service` is n8n's default, `direct` the one here: activation fails with the first error. */
	publication?: 'direct' | 'service';
	/** `memory`, the default, is n8n's default as well. In n8n, `durable` needs `service`. */
	pollScheduler?: 'memory' | 'durable';
	/** Waits between tries of the publication service; does not if not given. */
	pause?: Pause;
	/** Those of former runs; none yet if not given. */
	dataTables?: DataTables;
	onExecution?(execution: Execution): void;
}

/** Runs workflows that begin with a webhook or a poll, as n8n does. Nothing polls by itself. */
export interface Host {
	/** `http://127.0.0.1:PORT` */
	readonly url: string;
	/** All that have ended, in that order: failed webhooks and polls are executions as well. */
	readonly executions: readonly Execution[];
	/** What n8n writes to its log and tells nobody else. */
	readonly logged: readonly Logged[];
	/**
	 * Publishes a workflow, in place of the one that has its id.
	 *
	 * @param mode what the nodes are told; what n8n tells them if not given
	 * @throws whatever `create` or a first poll throws
	 */
	activate(workflow: HostedWorkflow, mode?: WorkflowActivateMode): Promise<void>;
	/** What fails is in `logged`: n8n goes on. @throws UserError when it is not active */
	deactivate(workflowId: string): Promise<void>;
	/**
	 * Lets the polling nodes of an active workflow poll once, beside polls that have not ended. Resolves when they have
	 * polled.
	 *
	 * @param options.budgetMs what the nodes are told they may take; 5 minutes if not given
	 * @throws UserError when none is active
	 */
	poll(workflowId: string, options?: { budgetMs?: number }): Promise<void>;
	/** "Fetch Test Event" of a polling node, and the workflow from there on. */
	fetchTestEvent(workflow: HostedWorkflow): Promise<RunResult>;
	/**
	 * "Listen for test event" of a webhook node.
	 *
	 * @throws whatever `create` throws
	 */
	listenForTestEvent(workflow: HostedWorkflow): Promise<TestListener>;
	/** Resolves when deliveries, polls and executions have ended, and those that began meanwhile. */
	settled(): Promise<void>;
	/** Ends as n8n does and starts with what is stored. The memory of the nodes' modules stays: see `process.cts`. */
	restart(): Promise<void>;
	/** Ends as n8n does: what is published stays so, and no `delete` is called. */
	close(): Promise<void>;
}

/** Starts n8n, so to speak. What fails when published workflows become active is in `logged`. */
export async function startHost(options: HostOptions = {}): Promise<Host> {
	const packages = await loadPackages(options.packageRoot);
	let host: RunningHost | undefined;
	const handle: Parameters<typeof listen>[1] = (request, response) =>
		host?.serve(request, response);
	const server = await listen(options.port ?? 0, handle);
	host = new RunningHost(options, packages, server, handle);
	await host.resume();
	return host;
}
