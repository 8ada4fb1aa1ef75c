import { fork, type ChildProcess as NodeProcess } from 'node:child_process';
import { isObject } from './isObject.cts';

/** A process of its own that answers questions; the other end is `answerParent`. */
export interface ChildProcess {
	/**
	 * Asks something that a structured clone can carry; several questions may be open.
	 *
	 * @throws Error with what the other end threw, or with what it wrote when it ends before the answer
	 */
	ask(question: unknown): Promise<unknown>;
	/** Ends it, with SIGTERM if not given. Resolves when it has ended, and at once where it had before. */
	end(signal?: NodeJS.Signals): Promise<void>;
}

const KEPT_OUTPUT = 2000;

/**
 * Starts a process and waits until it is ready.
 *
 * @param file of TypeScript, with `.cts`
 * @param flags of Node.js, e.g. `--expose-gc`
 * @throws Error with what it wrote when it ends before
 */
export async function startChildProcess(
	file: string,
	flags: readonly string[] = [],
): Promise<ChildProcess> {
	const child = fork(file, [], {
		execArgv: ['--require', require.resolve('tsx/cjs'), ...flags],
		stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
		serialization: 'advanced',
	});
	const exited = new Promise<void>((resolve) => child.once('exit', () => resolve()));
	const answers = new Answers(child, file);
	await answers.to(0);
	let asked = 0;
	return {
		async ask(question) {
			asked += 1;
			const answer = answers.to(asked);
			// Where nobody is left to answer, `answer` says so.
			child.send({ id: asked, question }, () => {});
			return await answer;
		},
		async end(signal) {
			child.kill(signal);
			await exited;
		},
	};
}

interface Open {
	resolve(answer: unknown): void;
	reject(error: Error): void;
}

/** What comes back, by the number of its question; what is ready answers question 0. */
class Answers {
	private readonly open = new Map<number, Open>();

	private output = '';

	private ended?: Error;

	constructor(child: NodeProcess, file: string) {
		child.stderr?.setEncoding('utf8').on('data', (text: string) => {
			this.output = `${this.output}${text}`.slice(-KEPT_OUTPUT);
		});
		child.on('message', (message) => this.take(message));
		// Its output has come by then.
		child.on('close', () => {
			this.ended = new Error(`${file} ended early. ${this.output}`);
			for (const { reject } of this.open.values()) reject(this.ended);
		});
	}

	async to(id: number): Promise<unknown> {
		return await new Promise((resolve, reject) => {
			if (this.ended !== undefined) reject(this.ended);
			else this.open.set(id, { resolve, reject });
		});
	}

	private take(message: unknown): void {
		if (!isObject(message) || typeof message.id !== 'number') return;
		const { id, answer, error } = message;
		if (error === undefined) this.open.get(id)?.resolve(answer);
		else this.open.get(id)?.reject(toError(error));
		this.open.delete(id);
	}
}

function toError(told: unknown): Error {
	const { message, stack } = isObject(told) ? told : {};
	const error = new Error(String(message));
	if (typeof stack === 'string') error.stack = `${error.stack}\nIn the other process: ${stack}`;
	return error;
}
