import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const root = join(__dirname, '..', '..', '..');

function editor(...args: string[]) {
	const script = join(root, 'scripts', 'editor.mjs');
	const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...args], {
		encoding: 'utf8',
	});
	return { status, stdout, stderr };
}

it('explains itself without starting anything', () => {
	const { status, stdout } = editor('--help');

	expect(status).toBe(0);
	expect(stdout).toContain('--sandbox-port 8787');
});

it.each([
	[['--port', 'none'], '--port takes a number from 1 to 65535, not "none".'],
	[['--sandbox-port', '70000'], '--sandbox-port takes a number from 1 to 65535, not "70000".'],
	[['--port', '8787'], '--port and --sandbox-port are the same.'],
	[['--fresh'], "Unknown option '--fresh'"],
])('refuses %j', (args, reason) => {
	const { status, stderr } = editor(...args);

	expect(status).toBe(1);
	expect(stderr).toContain(reason);
});
