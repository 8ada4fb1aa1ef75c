import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The root of the repository. */
export const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..');

const ON_WINDOWS = process.platform === 'win32';
const END_WITHIN_MS = 5000;
const running = new Set();

/**
 * Runs a program until it ends, in the repository unless told otherwise.
 *
 * @param {string} program
 * @param {string[]} args
 * @param {{ onLine?: (line: string) => void, env?: Record<string, string>, cwd?: string, show?: boolean }} options
 * `show` lets the program write to the terminal itself; else its output is collected.
 * @returns {Promise<{ code: number, output: string }>} a program that cannot start has code 127
 */
export async function runCommand(program, args, { onLine, env, cwd = ROOT, show = false } = {}) {
	return await new Promise((resolve) => {
		const child = spawn(program, args, {
			cwd,
			env: { ...process.env, ...env },
			stdio: show ? 'inherit' : ['ignore', 'pipe', 'pipe'],
			// A group of its own, so that the programs it starts can be ended with it.
			detached: !show && !ON_WINDOWS,
			shell: ON_WINDOWS && !program.endsWith('.exe'),
		});
		const started = { child, detached: !show && !ON_WINDOWS };
		running.add(started);
		let output = '';
		const collect = (chunk) => {
			output += chunk;
			for (const line of String(chunk).split('\n')) onLine?.(line);
		};
		child.stdout?.setEncoding('utf8').on('data', collect);
		child.stderr?.setEncoding('utf8').on('data', collect);
		const end = (code) => {
			running.delete(started);
			resolve({ code, output });
		};
		child.on('error', (error) => {
			output += error.message;
			end(127);
		});
		child.on('close', (code) => end(code ?? 1));
	});
}

/**
 * Runs npm: the one that started this script, else the one on the path.
 *
 * @param {{ node?: string }} options those of `runCommand`, and the Node.js that npm and its scripts run on
 */
export async function runNpm(args, { node = process.execPath, ...options } = {}) {
	const npm = process.env.npm_execpath;
	// Scripts of packages look for Node.js on the path.
	const path = `${dirname(node)}${delimiter}${process.env.PATH}`;
	const env = node === process.execPath ? options.env : { ...options.env, PATH: path };
	if (npm?.endsWith('.js')) return await runCommand(node, [npm, ...args], { ...options, env });
	return await runCommand('npm', args, { ...options, env });
}

/** Runs the program of an installed package by its path below node_modules. */
export async function runInstalled(path, args, options) {
	return await runCommand(process.execPath, [join(ROOT, 'node_modules', path), ...args], options);
}

/** Ends all that was started and still runs. */
export async function endRunning(signal = 'SIGTERM') {
	await Promise.all(
		[...running].map(async ({ child, detached }) => {
			if (child.pid === undefined) return;
			process.kill(detached ? -child.pid : child.pid, signal);
			await once(child, 'close');
		}),
	);
}

/** Makes Ctrl-C, a termination and a closed terminal end all that was started, and then this script. */
export function endTogether() {
	for (const [signal, exitCode] of Object.entries({ SIGINT: 130, SIGTERM: 143, SIGHUP: 129 })) {
		process.on(signal, async () => {
			setTimeout(() => process.exit(exitCode), END_WITHIN_MS).unref();
			await endRunning(signal);
			process.exit(exitCode);
		});
	}
}
