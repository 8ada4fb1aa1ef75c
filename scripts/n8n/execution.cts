import { setTimeout as delay } from 'node:timers/promises';
import { isRecord, list, record, type Json } from '../../contract/json.cts';
import { parseFlatted } from './flatted.cts';
import type { Rest } from './rest.cts';

const OVER = new Set(['success', 'error', 'canceled', 'crashed']);
const ASK_EVERY_MS = 200;

/** What n8n keeps of an execution that is over. */
export interface Execution {
	readonly id: string;
	/** `success`, `error`, `canceled` or `crashed`. */
	readonly status: string;
	/** What ended it, if an error did. */
	readonly error?: Json;
	/** The runs of each node, by its name, as n8n has them. */
	readonly runData: Json;
}

/**
 * Waits until an execution is over.
 *
 * @param within milliseconds
 * @throws Error when it takes longer
 */
export async function executionOver(rest: Rest, id: string, within = 60_000): Promise<Execution> {
	const giveUp = AbortSignal.timeout(within);
	for (;;) {
		const { status, data } = record(await rest.get(`/executions/${id}`));
		if (typeof status === 'string' && OVER.has(status)) return read(id, status, data);
		if (giveUp.aborted) throw new Error(`Execution ${id} is not over, but ${String(status)}.`);
		await delay(ASK_EVERY_MS);
	}
}

function read(id: string, status: string, data: unknown): Execution {
	const stored = typeof data === 'string' ? parseFlatted(data) : data;
	const { runData, error } = record(record(stored).resultData);
	return { id, status, runData: record(runData), ...(isRecord(error) && { error }) };
}

/** The items that the last run of a node gave at one of its outputs. */
export function itemsOf(execution: Execution, node: string, output = 0): Json[] {
	const run = record(list(execution.runData[node]).at(-1));
	return list(list(record(run.data).main)[output]).map(record);
}
