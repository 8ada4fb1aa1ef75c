import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';

const root = join(__dirname, '..', '..', '..');

let folder: string;
beforeAll(() => {
	folder = mkdtempSync(join(tmpdir(), 'start-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

function spawnStart(...files: string[]) {
	const child = spawn(process.execPath, [join(root, 'scripts', 'start.mjs'), ...files], {
		cwd: folder,
		env: { ...process.env, INIT_CWD: folder, NODE_ENV: '' },
	});
	const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
	return { child, ended };
}

async function start(...files: string[]) {
	const { child, ended } = spawnStart(...files);
	const [output, errors, code] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
	return { output: output + errors, code };
}

function write(name: string, content: string): string {
	writeFileSync(join(folder, name), content);
	return name;
}

function workflow(nodes: object[], targets: Record<string, string> = {}): string {
	const connections = Object.fromEntries(
		Object.entries(targets).map(([from, node]) => [
			from,
			{ main: [[{ node, type: 'main', index: 0 }]] },
		]),
	);
	return JSON.stringify({ name: 'Mine', nodes, connections, settings: { executionOrder: 'v1' } });
}

function node(name: string, type: string, parameters: object = {}) {
	return { id: name, name, type, typeVersion: 1, position: [0, 0], parameters };
}

const trigger = node('Go', 'n8n-nodes-base.manualTrigger');

it('runs a workflow of the caller with a credential of the sandbox', async () => {
	const me = node('Who am I', 'n8n-nodes-meetergo.meetergo', {
		resource: 'user',
		operation: 'getMe',
	});
	const file = write('mine.json', workflow([trigger, me], { Go: 'Who am I' }));

	const { output, code } = await start(file);

	expect(output).toContain('Who am I: 1 item');
	expect(output).toContain('Lena Okafor');
	expect(output).toMatch(/│ Mine +│ 2 nodes │ \d+ ms │ success │/);
	expect(code).toBe(0);
});

it('makes up what a workflow waits for that begins with one of our triggers', async () => {
	const begin = (events: string[], options = {}) =>
		node('Wait for it', 'n8n-nodes-meetergo.meetergoTrigger', {
			events,
			output: 'selected',
			outputFields: 'event, attendeeName',
			options,
		});
	const booked = write('booked.json', workflow([begin(['booking_created'])]));
	const odd = write('odd.json', workflow([begin(['booking_created'], { timezone: 'Mars' })]));

	const { output, code } = await start(booked, odd);

	expect(output).toContain('"Wait for it" waits for events. Here they are made up');
	expect(output).toContain('Wait for it: 1 item');
	expect(output).toMatch(/│ booking_created │ \w+ \w+ +│/);
	expect(output).toContain('Time Zone of the node "Wait for it": "Mars" is not a time zone');
	expect(code).toBe(1);
});

it('shows an error of a node and fails', async () => {
	const gone = node('Get it', 'n8n-nodes-meetergo.meetergo', {
		resource: 'booking',
		operation: 'get',
		bookingId: { __rl: true, mode: 'id', value: '00000000-0000-4000-8000-000000000000' },
	});
	const file = write('gone.json', workflow([trigger, gone], { Go: 'Get it' }));

	const { output, code } = await start(file);

	expect(output).toMatch(/Get it: no items in \d+ ms\n {3}Error: /);
	expect(output).toMatch(/│ Mine +│ 2 nodes │ \d+ ms │ error +│/);
	expect(code).toBe(1);
});

it('explains what keeps files from running, and goes on with the next', async () => {
	const broken = write('broken.json', '{');
	const unknown = write('unknown.json', workflow([trigger, node('AI', 'n8n-nodes-ai.agent')]));
	const fine = write('fine.json', workflow([trigger]));

	const { output, code } = await start('missing.json', broken, unknown, fine);

	expect(output).toContain(`There is no file ${join(folder, 'missing.json')}.`);
	expect(output).toContain('broken.json is not valid JSON');
	expect(output).toContain(
		'The node "AI" has the type n8n-nodes-ai.agent, which is not known here.',
	);
	expect(output).toContain('Go: 1 item');
	expect(code).toBe(1);
});

it('ends with everything it started when it is interrupted', async () => {
	const waiting = node('Wait long', 'n8n-nodes-base.wait', { amount: 50, unit: 'seconds' });
	const file = write('waiting.json', workflow([trigger, waiting], { Go: 'Wait long' }));
	const { child, ended } = spawnStart(file);
	let output = '';
	child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
		output += chunk;
		// The trigger is done, so the node behind it runs.
		if (chunk.includes('Go: 1 item')) child.kill('SIGINT');
	});

	expect(await ended).toBe(130);
	expect(output).toContain('canceled');
});
