import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { startSandbox, type Sandbox } from '../../sandbox/server.cts';

const ROOT = join(__dirname, '..', '..');
const JEST = join(ROOT, 'node_modules', 'jest', 'bin', 'jest.js');

let sandbox: Sandbox;
beforeAll(async () => {
	sandbox = await startSandbox({ limiter: 'off' });
});
afterAll(async () => await sandbox.close());

/** Runs suites one after another in one process, as one worker does. */
async function runSuites(...names: string[]): Promise<{ code: unknown; output: string }> {
	const args = [
		JEST,
		'--runInBand',
		`--testMatch=**/isolation/(${names.join('|')}).suite.cts`,
		'--testTimeout=50000',
		// What a suite leaves open would keep the process from ending.
		'--forceExit',
	];
	const env = { ...process.env, SHARED_SANDBOX_URL: sandbox.url };
	return await new Promise((resolve) => {
		execFile(process.execPath, args, { cwd: ROOT, env }, (error, stdout, stderr) => {
			resolve({ code: error?.code ?? 0, output: stdout + stderr });
		});
	});
}

it('keeps what a suite leaves behind from the next one in the same worker', async () => {
	const { code, output } = await runSuites('first', 'second');
	expect({ code, output }).toEqual({
		code: 0,
		output: expect.stringMatching(/2 passed, 2 total[^]*6 passed, 6 total/) as unknown,
	});
});

it('fails a suite that leaves something open, and says what', async () => {
	const { code, output } = await runSuites('leftOpen');
	expect({ code, output }).toEqual({
		code: 1,
		output: expect.stringContaining(
			'isolation/leftOpen.suite.cts leaves open: 1 TCPServerWrap',
		) as unknown,
	});
});
