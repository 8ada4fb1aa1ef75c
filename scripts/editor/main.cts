import '../n8n/endWithParent.cjs';
import { LiveLine } from '../start/liveLine.cts';
import { startExampleSandbox } from '../start/exampleSandbox.cts';
import { startInstance, type WholeN8n } from '../n8n/instance.cts';
import { RestError } from '../n8n/rest.cts';
import { furnish } from './furnish.cts';
import { newState, readState, userFolderIn, writeState, type State } from './state.cts';

/** What prepare.mjs hands over, as JSON. */
interface Settings {
	readonly folder: string;
	readonly port: number;
	readonly sandboxPort: number;
	readonly n8n: WholeN8n;
}

const STOPPED = 130;
const live = new LiveLine(process.stdout);

async function main({ folder, port, sandboxPort, n8n }: Settings): Promise<number> {
	const interrupted = abortOnSignal();
	const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
	const state = readState(folder) ?? newState();
	const sandbox = await startExampleSandbox(zone, { port: sandboxPort });
	try {
		live.show('Starting n8n');
		const instance = await startInstance({
			n8n,
			userFolder: userFolderIn(folder),
			port,
			encryptionKey: state.encryptionKey,
			zone,
			signal: interrupted,
		});
		try {
			const { url } = instance;
			const { credentials, url: sandboxUrl } = sandbox;
			const now = await furnishOrTell(state, { url, sandboxUrl, credentials });
			writeState(folder, now);
			live.print(greeting(url, sandboxUrl, now));
			await Promise.race([instance.ended, aborted(interrupted)]);
			if (interrupted.aborted) return STOPPED;
			live.print(`n8n has ended by itself. Its last words are in ${instance.log}`);
			return 1;
		} finally {
			live.clear();
			await instance.stop();
		}
	} finally {
		live.clear();
		await sandbox.close();
	}
}

/** Somebody may have changed the password, and this n8n is theirs. */
async function furnishOrTell(state: State, wanted: Parameters<typeof furnish>[1]): Promise<State> {
	try {
		return await furnish(state, wanted);
	} catch (error) {
		if (!(error instanceof RestError && error.status === 401)) throw error;
		live.print(
			`The password has been changed, so the credentials and examples stay as they were: they expect the sandbox at ${state.sandboxUrl}.`,
		);
		return state;
	}
}

function greeting(url: string, sandboxUrl: string, { owner, examples }: State): string {
	return `
n8n with meetergo   ${url}
  email             ${owner.email}
  password          ${owner.password}

The ${examples.length} example workflows and credentials for a local meetergo are in it. That one answers at
${sandboxUrl} with made-up people and bookings, anew at each start; nothing leaves this machine.

Ctrl-C ends both. What you do in n8n is kept; npm run editor -- --reset drops it.`;
}

function abortOnSignal(): AbortSignal {
	const controller = new AbortController();
	for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
		process.on(signal, () => controller.abort());
	}
	return controller.signal;
}

async function aborted(signal: AbortSignal): Promise<void> {
	if (signal.aborted) return;
	await new Promise((resolve) => signal.addEventListener('abort', resolve, { once: true }));
}

main(JSON.parse(process.argv[2] ?? '{}')).then(
	(code) => {
		process.exitCode = code;
	},
	(error: unknown) => {
		const isStop = error instanceof Error && error.name === 'AbortError';
		if (!isStop) console.error(error instanceof Error ? error.message : error);
		process.exitCode = isStop ? STOPPED : 1;
	},
);
