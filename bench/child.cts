import { join } from 'node:path';

import { startChildProcess } from '../engine/childProcess.cts';
import { isFigures, type Figures, type Told } from './messages.cts';

/** A process that measures; it is told what to do and answers with figures. */
export interface Child {
	/** @throws Error with what the child wrote when it fails or ends without an answer */
	ask(told: Told): Promise<Figures>;
	end(): Promise<void>;
}

/**
 * Starts a process of `bench/children` and waits until it is ready.
 * @param name its file without `.cts`
 * @param flags of Node.js, e.g. `--expose-gc`
 */
export async function startChild(name: string, flags: readonly string[] = []): Promise<Child> {
	const child = await startChildProcess(join(__dirname, 'children', `${name}.cts`), flags);
	return {
		async ask(told) {
			const answer = await child.ask(told);
			if (isFigures(answer)) return answer;
			throw new Error(`${name} answered nothing`);
		},
		end: async () => await child.end(),
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
