import { parseArgs } from 'node:util';

const USAGE = `npm run editor -- [options]
  --port 5678           port of n8n
  --sandbox-port 8787   port of the sandbox that answers in place of meetergo
  --reset               forget the account, workflows and executions of earlier starts
  --help                show this`;

/**
 * Reads the options of the command line. Where nothing is left to do, says so and sets the exit code.
 *
 * @param {string[]} args
 * @returns {{ port: number, sandboxPort: number, reset: boolean } | undefined}
 */
export function readOptions(args) {
	try {
		const { values } = parseArgs({
			args,
			options: {
				port: { type: 'string', default: '5678' },
				'sandbox-port': { type: 'string', default: '8787' },
				reset: { type: 'boolean', default: false },
				help: { type: 'boolean', default: false },
			},
		});
		if (!values.help) {
			const port = portIn(values, 'port');
			const sandboxPort = portIn(values, 'sandbox-port');
			if (port === sandboxPort) throw new Error('--port and --sandbox-port are the same.');
			return { port, sandboxPort, reset: values.reset };
		}
		console.log(USAGE);
	} catch (error) {
		console.error(`${error.message}\n\n${USAGE}`);
		process.exitCode = 1;
	}
	return undefined;
}

function portIn(values, name) {
	const port = Number(values[name]);
	if (Number.isInteger(port) && port > 0 && port < 65_536) return port;
	throw new Error(`--${name} takes a number from 1 to 65535, not "${values[name]}".`);
}
