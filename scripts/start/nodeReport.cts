import type { ExecutionError, INode } from 'n8n-workflow';
import type { NodeRun } from '../../engine/runResult.cts';
import { drawRecords } from './table.cts';

const INDENT = '   ';

/** What a node did, for reading: counts, time, hints, error and its items as tables. */
export function reportNode(run: NodeRun, node: INode | undefined, width: number): string {
	const lines = [`${run.name}: ${countItems(run)} in ${run.ms} ms`];
	for (const hint of run.hints) lines.push(`${INDENT}Hint: ${hint.message}`);
	if (run.error !== undefined) lines.push(...describeError(run.error).map((line) => INDENT + line));

	const filled = [...run.outputs.entries()].filter(([, items]) => items.length > 0);
	for (const [index, items] of filled) {
		const label = labelOutput(index, run.outputs.length, node);
		if (run.outputs.length > 1) lines.push(`${INDENT}${label}:`);
		const records = items.map((item) => item.json);
		lines.push(indent(drawRecords(records, width - INDENT.length)));
	}
	return lines.join('\n');
}

/** An error's message and what n8n says to explain it. */
export function describeError(error: ExecutionError): string[] {
	const { message, description } = error;
	const explained = typeof description === 'string' && description !== '' ? [description] : [];
	return [`Error: ${message}`, ...explained.filter((text) => text !== message)];
}

/** E.g. "1 item", "3 items". */
export function count(amount: number, noun: string): string {
	return `${amount} ${noun}${amount === 1 ? '' : 's'}`;
}

function countItems(run: NodeRun): string {
	if (run.outputs.length === 0) return 'no items';
	return run.outputs.map((items) => count(items.length, 'item')).join(' + ');
}

function labelOutput(index: number, outputs: number, node: INode | undefined): string {
	const isErrorOutput = node?.onError === 'continueErrorOutput' && index === outputs - 1;
	return isErrorOutput ? 'Error output' : `Output ${index + 1}`;
}

function indent(text: string): string {
	return text.replace(/^/gm, INDENT);
}
