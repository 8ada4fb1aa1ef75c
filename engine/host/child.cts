import { appendFileSync } from 'node:fs';
import { answerParent } from '../answerParent.cts';
import { speedUpNode } from '../fastTime.cts';
import { fileDatabase, type Database } from './database.cts';
import { startHost, type Execution, type Host } from './host.cts';
import {
	executionsFile,
	type Answered,
	type HostProcessOptions,
	type Question,
	type ToldExecution,
} from './questions.cts';

/* The process behind `startHostProcess`. */

let started: Host | undefined;

// Nobody but `startHostProcess` asks.
answerParent(async (question) => await answerTo(question as Question));

async function answerTo(question: Question): Promise<Answered[Question['ask']]> {
	if (question.ask === 'start') {
		started = await start(question.options);
		return started.url;
	}
	if (started === undefined) throw new Error('The host has not been started.');
	switch (question.ask) {
		case 'activate':
			return await started.activate(question.workflow, question.mode);
		case 'deactivate':
			return await started.deactivate(question.workflowId);
		case 'poll':
			return await started.poll(question.workflowId, { budgetMs: question.budgetMs });
		case 'settled':
			return await started.settled();
		case 'logged':
			return started.logged.map(({ error, ...logged }) => ({ ...logged, error: error.message }));
		case 'close':
			return await started.close();
	}
}

async function start(options: HostProcessOptions): Promise<Host> {
	const { file, killAtSave, speed, ...hostOptions } = options;
	if (speed !== undefined) speedUpNode(speed);
	const database = fileDatabase(file);
	return await startHost({
		...hostOptions,
		database: killAtSave === undefined ? database : killing(database, killAtSave),
		onExecution: (execution) =>
			appendFileSync(executionsFile(file), `${JSON.stringify(toTold(execution))}\n`),
	});
}

function toTold({ result, ...execution }: Execution): ToldExecution {
	const { workflowId, mode, startNode, status } = execution;
	const items = result.nodes.get(startNode)?.outputs[0]?.map(({ json }) => json) ?? [];
	return { workflowId, mode, startNode, status, items, error: result.error?.message };
}

/** @param time which of the times that static data is stored does not come about */
function killing(database: Database, time: number): Database {
	let times = 0;
	const { staticData } = database;
	return {
		...database,
		staticData: {
			get: (key) => staticData.get(key),
			set(key, text) {
				times += 1;
				if (times === time) process.kill(process.pid, 'SIGKILL');
				staticData.set(key, text);
			},
			delete: (key) => staticData.delete(key),
			entries: () => staticData.entries(),
		},
	};
}
