import './environment.cts';
import {
	UserError,
	Workflow,
	type IConnections,
	type INode,
	type IPinData,
	type IWorkflowSettings,
} from 'n8n-workflow';
import type { GivenCredentials } from './credentialsHelper.cts';
import type { Packages } from './packages.cts';

/** The part of a workflow exported from n8n that decides what it does. */
export interface ExportedWorkflow {
	name?: string;
	nodes: INode[];
	connections: IConnections;
	settings?: IWorkflowSettings;
	pinData?: IPinData;
}

/** The exported workflow as n8n's engine takes it; the export itself stays untouched. */
export function toWorkflow(
	exported: ExportedWorkflow,
	packages: Packages,
	credentials: GivenCredentials,
): Workflow {
	const { name, nodes, connections, settings, pinData } = structuredClone(exported);
	for (const node of nodes) attachCredentials(node, packages, credentials);
	return new Workflow({
		id: 'exported',
		name,
		nodes,
		connections,
		settings,
		pinData,
		active: false,
		nodeTypes: packages,
	});
}

/** Exports may come without credentials: a node gets the given ones of the types it asks for. */
function attachCredentials(node: INode, packages: Packages, credentials: GivenCredentials): void {
	const described = packages.getByNameAndVersion(node.type, node.typeVersion).description;
	const types = (described.credentials ?? []).map((credential) => credential.name);
	// How n8n's HTTP Request node uses the credential type of another node.
	const { nodeCredentialType } = node.parameters;
	if (typeof nodeCredentialType === 'string') types.push(nodeCredentialType);

	for (const type of types) {
		if (node.credentials?.[type] !== undefined || credentials[type] === undefined) continue;
		node.credentials = { ...node.credentials, [type]: { id: type, name: type } };
	}
}

/**
 * The node to start from: the one named, else a trigger with pinned data, else n8n's choice, else a
 * webhook node.
 *
 * @throws UserError when there is none.
 */
export function chooseStartNode(workflow: Workflow, name?: string): INode {
	if (name !== undefined) {
		const named = workflow.getNode(name);
		if (named === null) throw new UserError(`The workflow has no node named "${name}".`);
		return named;
	}
	const triggers = Object.values(workflow.nodes).filter((node) => {
		const { group } = workflow.nodeTypes.getByNameAndVersion(
			node.type,
			node.typeVersion,
		).description;
		return node.disabled !== true && group.includes('trigger');
	});
	const start =
		triggers.find((node) => workflow.pinData?.[node.name] !== undefined) ??
		workflow.getStartNode() ??
		triggers[0];
	if (start === undefined) throw new UserError('The workflow has no trigger node to start from.');
	return start;
}
