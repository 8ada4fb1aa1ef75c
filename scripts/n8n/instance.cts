import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { cp, mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { environmentOf } from './environment.cts';
import { freePort } from './ports.cts';
import { untilReady } from './ready.cts';

const END_WITHIN_MS = 3500;

/** What `ensureWholeN8n` found or made. */
export interface WholeN8n {
	/** The program of a Node.js that is new enough. */
	readonly node: string;
	/** The folder that n8n is installed in. */
	readonly n8n: string;
	/** A folder with this package installed in it, to put in place of n8n's own `nodes`. */
	readonly nodes: string;
}

export interface InstanceOptions {
	readonly n8n: WholeN8n;
	/** Everything this n8n keeps; made where it is missing. */
	readonly userFolder: string;
	/** A free one unless given. */
	readonly port?: number;
	/** n8n makes one up and keeps it in the user folder unless it is given. */
	readonly encryptionKey?: string;
	/** n8n's default is true: activating returns at once, and is tried again in the background. */
	readonly publicationService?: boolean;
	/** IANA zone of workflows that name none; UTC unless given. */
	readonly zone?: string;
	/** On top of everything else. */
	readonly env?: Readonly<Record<string, string>>;
	/** Gives up waiting for n8n, and ends it. */
	readonly signal?: AbortSignal;
}

/** An n8n that runs. */
export interface Instance {
	/** `http://127.0.0.1:PORT`. */
	readonly url: string;
	/** The file that it logs to. */
	readonly log: string;
	/** Resolves when it has ended, whoever ended it. */
	readonly ended: Promise<void>;
	/** Ends it, with what it started. */
	stop(): Promise<void>;
}

/**
 * Starts an n8n with this package in it and waits until it answers.
 *
 * @throws Error with the last lines of its log when it does not come up
 */
export async function startInstance(options: InstanceOptions): Promise<Instance> {
	const { n8n, userFolder } = options;
	await putNodes(n8n.nodes, join(userFolder, '.n8n', 'nodes'));
	const port = options.port ?? (await freePort());
	const log = join(userFolder, 'n8n.log');
	const env = environmentOf({
		n8n,
		userFolder,
		port,
		brokerPort: await freePort(),
		encryptionKey: options.encryptionKey,
		publicationService: options.publicationService ?? true,
		zone: options.zone ?? 'UTC',
	});
	const watch = join(__dirname, 'endWithParent.cjs');
	const program = join(n8n.n8n, 'node_modules', 'n8n', 'bin', 'n8n');
	const child = spawn(n8n.node, ['--require', watch, program, 'start'], {
		cwd: userFolder,
		env: { ...env, ...options.env },
		stdio: ['ignore', 'pipe', 'pipe'],
		// A group of its own, so that what it starts can be ended with it.
		detached: true,
	});
	const file = createWriteStream(log);
	child.stdout.pipe(file);
	child.stderr.pipe(file);
	const ended = once(child, 'close').then(
		() => undefined,
		(error: Error) => void file.write(error.message),
	);
	const url = `http://127.0.0.1:${port}`;
	const instance = { url, log, ended, stop: async () => await stop(child.pid, ended) };
	try {
		await untilReady(instance, options.signal);
	} catch (error) {
		await instance.stop();
		throw error;
	}
	return instance;
}

async function putNodes(from: string, to: string): Promise<void> {
	await rm(to, { recursive: true, force: true });
	await mkdir(join(to, '..'), { recursive: true });
	await cp(from, to, { recursive: true });
}

async function stop(pid: number | undefined, ended: Promise<void>): Promise<void> {
	if (pid === undefined) return;
	signalGroup(pid, 'SIGTERM');
	const patience = new AbortController();
	await Promise.race([
		ended,
		delay(END_WITHIN_MS, undefined, { signal: patience.signal }).catch(() => undefined),
	]);
	patience.abort();
	signalGroup(pid, 'SIGKILL');
	await ended;
}

function signalGroup(pid: number, signal: NodeJS.Signals): void {
	try {
		process.kill(process.platform === 'win32' ? pid : -pid, signal);
	} catch {
		// All of it has ended.
	}
}
