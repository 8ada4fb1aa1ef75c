import { setTimeout as delay } from 'node:timers/promises';
import { list, record } from '../../contract/json.cts';
import { RestError, type Rest } from './rest.cts';

/** `partial` is some of several triggers. */
const FAILED = new Set(['failed', 'partial']);
const ASK_EVERY_MS = 200;
/** n8n tries for 16 seconds. */
const WITHIN_MS = 40_000;

/**
 * Publishes a workflow, and waits until its triggers are set up.
 *
 * @throws Error with what its triggers say when they cannot be, in both of n8n's modes
 */
export async function publish(rest: Rest, workflowId: string): Promise<void> {
	const { versionId } = record(await rest.get(`/workflows/${workflowId}`));
	await rest.post(`/workflows/${workflowId}/activate`, { versionId });
	await untilStatus(rest, workflowId, 'published');
}

/** Takes a workflow back, and waits until its triggers are gone. */
export async function unpublish(rest: Rest, workflowId: string): Promise<void> {
	await rest.post(`/workflows/${workflowId}/deactivate`);
	await untilStatus(rest, workflowId, 'not_published');
}

async function untilStatus(rest: Rest, workflowId: string, wanted: string): Promise<void> {
	const giveUp = AbortSignal.timeout(WITHIN_MS);
	for (;;) {
		const now = await statusOf(rest, workflowId);
		if (now === undefined || now.status === wanted) return;
		if (FAILED.has(now.status)) throw new Error(now.errors.join('\n'));
		if (giveUp.aborted)
			throw new Error(`The workflow is still ${now.status}. ${now.errors.join('\n')}`);
		await delay(ASK_EVERY_MS);
	}
}

/** Nothing where n8n sets triggers up at once: then the answer to the request says it all. */
async function statusOf(
	rest: Rest,
	workflowId: string,
): Promise<{ status: string; errors: string[] } | undefined> {
	try {
		const answer = record(await rest.get(`/workflows/${workflowId}/publication-status`));
		const errors = list(answer.triggers)
			.map((trigger) => record(trigger).errorMessage)
			.filter((message) => typeof message === 'string');
		return { status: String(answer.status), errors };
	} catch (error) {
		if (error instanceof RestError && error.status === 404) return undefined;
		throw error;
	}
}
