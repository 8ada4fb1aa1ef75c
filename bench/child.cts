import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

import { isRecord } from '../contract/json.cts';
import { isFigures, type Figures, type Told } from './messages.cts';

/** A process that measures; it is told what to do and answers with figures. */
export interface Child {
	/** @throws Error with what the child wrote when it fails or ends without an answer */
	ask(told: Told): Promise<Figures>;
	end(): Promise<void>;
}

const KEPT_OUTPUT = 2000;

/**
 * Starts a process of `bench/children` and waits until it is ready.
 * @param name its file without `.cts`
 * @param flags of Node.js, e.g. `--expose-gc`
 */
export async function startChild(name: string, flags: readonly string[] = []): Promise<Child> {
	const file = join(__dirname, 'children', `${name}.cts`);
	const child = fork(file, [], {
		execArgv: ['--require', require.resolve('tsx/cjs'), ...flags],
		stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
	});
	let output = '';
	child.stderr?.setEncoding('utf8').on('data', (text: string) => {
		output = `${output}${text}`.slice(-KEPT_OUTPUT);
	});
	const answer = async () => await nextMessage(child, name, () => output);
	await answer();
	return {
		async ask(told) {
			const coming = answer();
			child.send(told);
			const message = await coming;
			if (isFigures(message)) return message;
			throw new Error(isRecord(message) ? String(message.error) : `${name} answered nothing`);
		},
		async end() {
			if (child.exitCode !== null || child.signalCode !== null) return;
			const ended = once(child, 'exit');
			child.kill();
			await ended;
		},
	};
}

/** Runs a task in a process of its own. */
export async function askOnce(
	name: string,
	told: Told,
	flags: readonly string[] = [],
): Promise<Figures> {
	const child = await startChild(name, flags);
	try {
		return await child.ask(told);
	} finally {
		await child.end();
	}
}

async function nextMessage(
	child: ChildProcess,
	name: string,
	output: () => string,
): Promise<unknown> {
	return await new Promise((resolve, reject) => {
		const ended = () => reject(new Error(`bench/children/${name}.cts ended early. ${output()}`));
		child.once('exit', ended);
		child.once('message', (message) => {
			child.off('exit', ended);
			resolve(message);
		});
	});
}
