import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { WorkflowActivateMode } from 'n8n-workflow';
import { startChildProcess } from '../childProcess.cts';
import type { HostedWorkflow } from './instance.cts';
import {
	executionsFile,
	type Answered,
	type HostProcessOptions,
	type Question,
	type ToldExecution,
	type ToldLogged,
} from './questions.cts';

export type { HostProcessOptions, ToldExecution, ToldLogged };

/** A host in a process of its own: when it is killed, nothing is left but its database. */
export interface HostProcess {
	/** `http://127.0.0.1:PORT` */
	readonly url: string;
	/** As a `Host` does. @throws Error with the message of what that throws, or when the process ends before */
	activate(workflow: HostedWorkflow, mode?: WorkflowActivateMode): Promise<void>;
	deactivate(workflowId: string): Promise<void>;
	poll(workflowId: string, options?: { budgetMs?: number }): Promise<void>;
	settled(): Promise<void>;
	logged(): Promise<readonly ToldLogged[]>;
	/** All that have ended since there is the database, also in a process that has been killed. */
	executions(): readonly ToldExecution[];
	/** Ends the process at once, whatever it does. */
	kill(): Promise<void>;
	/** Ends it as n8n ends. */
	close(): Promise<void>;
}

/** Starts a host that goes on where the last one with this file has stopped. */
export async function startHostProcess(options: HostProcessOptions): Promise<HostProcess> {
	const child = await startChildProcess(join(__dirname, 'child.cts'));
	// Both ends are of this folder, so an answer is what `Answered` says.
	const ask = async <Name extends Question['ask']>(question: Question & { ask: Name }) =>
		(await child.ask(question)) as Answered[Name];
	const url = await ask({ ask: 'start', options }).catch(async (error: unknown) => {
		await child.end();
		throw error;
	});
	return {
		url,
		activate: async (workflow, mode) => await ask({ ask: 'activate', workflow, mode }),
		deactivate: async (workflowId) => await ask({ ask: 'deactivate', workflowId }),
		poll: async (workflowId, { budgetMs } = {}) => await ask({ ask: 'poll', workflowId, budgetMs }),
		settled: async () => await ask({ ask: 'settled' }),
		logged: async () => await ask({ ask: 'logged' }),
		executions: () => readExecutions(executionsFile(options.file)),
		kill: async () => await child.end('SIGKILL'),
		async close() {
			await ask({ ask: 'close' });
			await child.end();
		},
	};
}

function readExecutions(file: string): ToldExecution[] {
	if (!existsSync(file)) return [];
	const lines = readFileSync(file, 'utf8').split('\n');
	return lines.filter(Boolean).map((line) => JSON.parse(line) as ToldExecution);
}
