import { readFile } from 'node:fs/promises';
import { setTimeout as delay } from 'node:timers/promises';
import type { Instance } from './instance.cts';

const READY_WITHIN_MS = 180_000;
const ASK_EVERY_MS = 250;
const LAST_LINES = 15;

/**
 * Waits until an n8n answers.
 *
 * @throws Error with the last lines of its log when it does not
 */
export async function untilReady(
	{ url, log, ended }: Instance,
	signal?: AbortSignal,
): Promise<void> {
	const giveUp = AbortSignal.timeout(READY_WITHIN_MS);
	let over = false;
	void ended.then(() => (over = true));
	while (!(await isReady(url))) {
		signal?.throwIfAborted();
		if (over) throw new Error(`n8n ended while it started:\n${await lastLines(log)}`);
		if (giveUp.aborted) throw new Error(`n8n does not get ready:\n${await lastLines(log)}`);
		await delay(ASK_EVERY_MS);
	}
	// It may have been another program that answered, on a port taken meanwhile.
	if (over) throw new Error(`n8n ended while it started:\n${await lastLines(log)}`);
}

/** n8n listens before its database is ready, and is ready before its editor's addresses are there. */
async function isReady(url: string): Promise<boolean> {
	return (await answers(`${url}/healthz/readiness`)) && (await answers(`${url}/rest/settings`));
}

async function answers(url: string): Promise<boolean> {
	return await fetch(url).then(
		({ ok }) => ok,
		() => false,
	);
}

async function lastLines(file: string): Promise<string> {
	const lines = (await readFile(file, 'utf8')).trimEnd().split('\n');
	return [...lines.slice(-LAST_LINES), `All of it is in ${file}`].join('\n');
}
