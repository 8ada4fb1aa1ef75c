import { readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { startExampleSandbox } from './exampleSandbox.cts';
import { LiveLine } from './liveLine.cts';
import { count } from './nodeReport.cts';
import { runFile, type Outcome } from './runFile.cts';
import { drawTable } from './table.cts';

const EXAMPLES = join(__dirname, '..', '..', 'examples');
const WIDTH_WITHOUT_TERMINAL = 110;
const END_WITHIN_MS = 3000;
const STOPPED = 130;

const live = new LiveLine(process.stdout);

async function main(args: string[]): Promise<number> {
	const files = args.length > 0 ? args.map(fromWhereCalled) : exampleFiles();
	const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
	const sandbox = await startExampleSandbox(zone);
	const stop = abortOnInterrupt();
	live.print(
		`Workflows run on n8n's own engine. A sandbox at ${sandbox.url} answers in place of meetergo.`,
	);
	try {
		const outcomes: Outcome[] = [];
		for (const file of files) {
			if (stop.aborted) break;
			outcomes.push(
				await runFile({
					file,
					sandbox,
					zone,
					signal: stop,
					live,
					width: process.stdout.columns ?? WIDTH_WITHOUT_TERMINAL,
				}),
			);
		}
		live.print(`\n${summarize(outcomes)}`);
		if (stop.aborted) {
			live.print('Stopped.');
			return STOPPED;
		}
		if (args.length === 0)
			live.print('\nYour own workflow, exported from n8n: npm start -- file.json');
		return outcomes.every(({ result }) => result === 'success') ? 0 : 1;
	} finally {
		await sandbox.close();
	}
}

function exampleFiles(): string[] {
	const names = readdirSync(EXAMPLES).filter((name) => name.endsWith('.json'));
	return names.sort().map((name) => join(EXAMPLES, name));
}

/** npm changes to the folder of the package before it runs a script. */
function fromWhereCalled(path: string): string {
	return resolve(process.env.INIT_CWD ?? process.cwd(), path);
}

function abortOnInterrupt(): AbortSignal {
	const controller = new AbortController();
	for (const signal of ['SIGINT', 'SIGTERM'] as const) {
		process.on(signal, () => {
			controller.abort();
			// A node that does not heed the cancel must not keep the terminal.
			setTimeout(() => process.exit(STOPPED), END_WITHIN_MS).unref();
		});
	}
	return controller.signal;
}

function summarize(outcomes: Outcome[]): string {
	const rows = outcomes.map(({ workflow, nodes, ms, result }) => [
		workflow,
		count(nodes, 'node'),
		`${ms} ms`,
		result,
	]);
	return drawTable(['Workflow', 'Ran', 'Time', 'Result'], rows);
}

void main(process.argv.slice(2)).then((code) => {
	process.exitCode = code;
});
