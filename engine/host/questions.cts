import type { IDataObject, WorkflowActivateMode } from 'n8n-workflow';
import type { HostOptions } from './host.cts';
import type { HostedWorkflow, Logged } from './instance.cts';
import type { Execution } from './executions.cts';

/** How a host in a process of its own starts. */
export interface HostProcessOptions
	extends Pick<
		HostOptions,
		'credentials' | 'packageRoot' | 'port' | 'publication' | 'pollScheduler'
	> {
	/** Where its database is; made if it is not there. */
	readonly file: string;
	/** Kills the process where it would store static data for that time, counted from 1. */
	readonly killAtSave?: number;
	/** How many times as fast time passes for the waits of the built nodes; 1 if not given. */
	readonly speed?: number;
}

/** What can be told of an execution. */
export interface ToldExecution
	extends Pick<Execution, 'workflowId' | 'mode' | 'startNode' | 'status'> {
	/** The `json` of what its trigger node gave. */
	readonly items: readonly IDataObject[];
	readonly error?: string;
}

export interface ToldLogged extends Pick<Logged, 'workflowId' | 'what'> {
	readonly error: string;
}

/** What the process of a host is asked; `start` comes first. */
export type Question =
	| { readonly ask: 'start'; readonly options: HostProcessOptions }
	| {
			readonly ask: 'activate';
			readonly workflow: HostedWorkflow;
			readonly mode?: WorkflowActivateMode;
	  }
	| { readonly ask: 'deactivate'; readonly workflowId: string }
	| { readonly ask: 'poll'; readonly workflowId: string; readonly budgetMs?: number }
	| { readonly ask: 'settled' | 'logged' | 'close' };

/** What it answers, by what it was asked. */
export interface Answered {
	/** Its address. */
	readonly start: string;
	readonly activate: void;
	readonly deactivate: void;
	readonly poll: void;
	readonly settled: void;
	readonly logged: readonly ToldLogged[];
	readonly close: void;
}

/** Where the executions of a host are noted, one a line. */
export function executionsFile(file: string): string {
	return `${file}.executions`;
}
