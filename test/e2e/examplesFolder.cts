import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { INode } from 'n8n-workflow';
import type { ExportedWorkflow } from '../../engine/exportedWorkflow.cts';
import { readWorkflow } from '../../engine/readWorkflow.cts';
import { OFTEN } from './workflows.cts';

const FOLDER = join(__dirname, '..', '..', 'examples');

/** The names of all examples. */
export const examples = readdirSync(FOLDER)
	.filter((name) => name.endsWith('.json'))
	.map((name) => name.replace(/\.json$/, ''));

/** An example as it would be imported, but for how often it polls. */
export async function readExample(name: string): Promise<ExportedWorkflow> {
	const answer = await readWorkflow(join(FOLDER, `${name}.json`));
	if ('problem' in answer) throw new Error(answer.problem.what);
	return { ...answer.workflow, name, nodes: answer.workflow.nodes.map(inAHurry) };
}

/** The examples poll every five minutes. */
function inAHurry(node: INode): INode {
	if (!node.type.endsWith('PollTrigger')) return node;
	return { ...node, parameters: { ...node.parameters, pollTimes: OFTEN } };
}
