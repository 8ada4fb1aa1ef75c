import { readFile } from 'node:fs/promises';
import type { ExportedWorkflow } from './exportedWorkflow.cts';
import { isObject } from './isObject.cts';
import type { WorkflowProblem } from './workflowProblem.cts';

export type ReadWorkflow = { workflow: ExportedWorkflow } | { problem: WorkflowProblem };

const HOW_TO_EXPORT =
	'In n8n, open the workflow and choose Download from the menu with the three dots.';

/** Reads a workflow exported from n8n, by its editor or by `n8n export:workflow`. */
export async function readWorkflow(file: string): Promise<ReadWorkflow> {
	let text: string;
	try {
		text = await readFile(file, 'utf8');
	} catch (error) {
		return { problem: unreadable(file, error) };
	}
	let content: unknown;
	try {
		content = JSON.parse(text);
	} catch (error) {
		const what = `${file} is not valid JSON: ${textOf(error)}.`;
		return {
			problem: { what, advice: `Correct it, or export the workflow again. ${HOW_TO_EXPORT}` },
		};
	}
	// The command line exports a list.
	const candidate: unknown = Array.isArray(content) && content.length === 1 ? content[0] : content;
	if (isExportedWorkflow(candidate)) return { workflow: candidate };
	const what = `${file} is not a workflow exported from n8n: ${flawOf(candidate)}.`;
	return { problem: { what, advice: HOW_TO_EXPORT } };
}

function unreadable(file: string, error: unknown): WorkflowProblem {
	const code = isObject(error) ? error.code : undefined;
	if (code === 'ENOENT') {
		return { what: `There is no file ${file}.`, advice: 'Check the path of the workflow.' };
	}
	if (code === 'EISDIR') {
		return { what: `${file} is a folder.`, advice: 'Name one workflow file inside it.' };
	}
	return {
		what: `${file} cannot be read: ${textOf(error)}.`,
		advice: 'Check who may read the file.',
	};
}

function isExportedWorkflow(value: unknown): value is ExportedWorkflow {
	return flawOf(value) === undefined;
}

function flawOf(value: unknown): string | undefined {
	if (Array.isArray(value)) return `it is a list of ${value.length} entries, not one workflow`;
	if (!isObject(value)) return 'it is no JSON object';
	const { nodes, connections, pinData = {}, settings = {} } = value;
	if (!Array.isArray(nodes)) return '"nodes" is missing or no list';
	if (nodes.length === 0) return 'it has no nodes';
	if (!isObject(connections)) return '"connections" is missing or no object';
	if (!isObject(pinData)) return '"pinData" is no object';
	if (!isObject(settings)) return '"settings" is no object';
	for (const [index, node] of nodes.entries()) {
		const flaw = flawOfNode(node);
		if (flaw !== undefined) return `node ${index + 1} ${flaw}`;
	}
	return flawOfNames(
		nodes.map((node: { name: string }) => node.name),
		connections,
	);
}

function flawOfNode(node: unknown): string | undefined {
	if (!isObject(node)) return 'is no object';
	if (typeof node.name !== 'string' || node.name === '') return 'has no "name"';
	if (typeof node.type !== 'string') return `("${node.name}") has no "type"`;
	if (typeof node.typeVersion !== 'number') return `("${node.name}") has no "typeVersion"`;
	if (!Array.isArray(node.position)) return `("${node.name}") has no "position"`;
	if (!isObject(node.parameters)) return `("${node.name}") has no "parameters"`;
	return undefined;
}

function flawOfNames(names: string[], connections: Record<string, unknown>): string | undefined {
	const twice = names.find((name, index) => names.indexOf(name) !== index);
	if (twice !== undefined) return `two nodes are named "${twice}"`;
	const connected = [...Object.keys(connections), ...targetsOf(connections)];
	const unknown = connected.find((name) => !names.includes(name));
	if (unknown !== undefined) return `it connects a node "${unknown}" that it does not have`;
	return undefined;
}

/** Connections nest: source, kind, output, target. */
function targetsOf(connections: unknown): string[] {
	if (Array.isArray(connections)) return connections.flatMap(targetsOf);
	if (!isObject(connections)) return [];
	if (typeof connections.node === 'string') return [connections.node];
	return Object.values(connections).flatMap(targetsOf);
}

function textOf(error: unknown): string {
	return isObject(error) ? String(error.message) : String(error);
}
