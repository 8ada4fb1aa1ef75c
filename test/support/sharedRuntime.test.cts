import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { startSandbox, type Sandbox } from '../../sandbox/server.cts';

const ROOT = join(__dirname, '..', '..');
const JEST = join(ROOT, 'node_modules', 'jest', 'bin', 'jest.js');

let sandbox: Sandbox;
let run: Awaited<ReturnType<typeof runSuites>>;
beforeAll(async () => {
	sandbox = await startSandbox({ limiter: 'off' });
	run = await runSuites();
});
afterAll(async () => await sandbox.close());

/** Runs the suites in `isolation` one after another in one process, as one worker does. */
async function runSuites(): Promise<{ code: unknown; output: string }> {
	const args = [
		JEST,
		'--runInBand',
		'--testMatch=**/isolation/*.suite.cts',
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

it('keeps what a suite leaves behind from the next one in the same worker', () => {
	for (const name of ['first', 'second'])
		expect(run.output).toContain(`PASS test/support/isolation/${name}.suite.cts`);
	expect(run.output).toMatch(/Test Suites: 1 failed, 2 passed, 3 total/);
	expect(run.output).toMatch(/Tests: +6 passed, 6 total/);
});

it('fails a suite that leaves something open, and says what', () => {
	expect(run).toEqual({
		code: 1,
		output: expect.stringContaining(
			'isolation/leftOpen.suite.cts leaves open: 1 TCPServerWrap',
		) as unknown,
	});
});
