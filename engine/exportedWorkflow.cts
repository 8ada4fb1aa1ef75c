import './environment.cts';
import {
	UserError,
	Workflow,
	type IConnections,
	type IDataObject,
	type INode,
	type IPinData,
	type IWorkflowSettings,
} from 'n8n-workflow';
import type { GivenCredentials } from './credentialsHelper.cts';
import type { Packages } from './packages.cts';

/** The part of a workflow exported from n8n that decides what it does. */
export interface ExportedWorkflow {
	/** n8n's own; a workflow that was never saved has none. */
	id?: string;
	name?: string;
	nodes: INode[];
	connections: IConnections;
	settings?: IWorkflowSettings;
	pinData?: IPinData;
}

export interface WorkflowState {
	/** Whether it is published; false by default. */
	active?: boolean;
	/** What its nodes have kept. n8n's engine changes the object itself. */
	staticData?: IDataObject;
}

/** The exported workflow as n8n's engine takes it; the export itself stays untouched. */
export function toWorkflow(
	exported: ExportedWorkflow,
	packages: Packages,
	credentials: GivenCredentials,
	{ active = false, staticData }: WorkflowState = {},
): Workflow {
	const {
		id = 'exported',
		name,
		nodes,
		connections,
		settings,
		pinData,
	} = structuredClone(exported);
	for (const node of nodes) attachCredentials(node, packages, credentials);
	return new Workflow({
		id,
		name,
		nodes,
		connections,
		settings,
		pinData,
		active,
		staticData,
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
