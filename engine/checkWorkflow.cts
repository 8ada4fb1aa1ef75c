import './environment.cts';
import { NodeHelpers, type INode, type Workflow } from 'n8n-workflow';
import type { GivenCredentials } from './credentialsHelper.cts';
import { chooseStartNode, toWorkflow, type ExportedWorkflow } from './exportedWorkflow.cts';
import { loadPackages, type Packages } from './packages.cts';
import type { WorkflowProblem } from './workflowProblem.cts';

export interface CheckOptions {
	workflow: ExportedWorkflow;
	/** By credential type, or by the name a node of the workflow gives its credential. */
	credentials?: GivenCredentials;
	packageRoot?: string;
}

/** Finds what would keep a workflow from running here, before its first node runs. */
export async function checkWorkflow(options: CheckOptions): Promise<WorkflowProblem[]> {
	const { workflow: exported, credentials = {} } = options;
	const packages = await loadPackages(options.packageRoot);
	const unknown = exported.nodes.filter((node) => !packages.knowsNode(node.type, node.typeVersion));
	if (unknown.length > 0) return unknown.map((node) => unknownType(node, packages));

	const workflow = toWorkflow(exported, packages, credentials);
	let start: INode;
	try {
		start = chooseStartNode(workflow);
	} catch {
		return [
			{
				what: 'The workflow has no trigger node to start from.',
				advice: 'Add a trigger in n8n, e.g. "Trigger manually", and export it again.',
			},
		];
	}
	if (waitsForCall(workflow, start)) {
		return [
			{
				what: `The node "${start.name}" waits for a call from outside, which cannot come here.`,
				advice: 'In n8n, pin test data to its output, and export the workflow again.',
			},
		];
	}
	const reached = [start.name, ...workflow.getChildNodes(start.name, 'ALL')];
	return reached.flatMap((name) => missingCredentials(workflow, name, credentials));
}

function unknownType(node: INode, packages: Packages): WorkflowProblem {
	if (packages.knowsNode(node.type)) {
		return {
			what: `The node "${node.name}" has version ${node.typeVersion} of ${node.type}, which is not known here.`,
			advice: 'Update this repository, or add the node anew in an n8n of the version used here.',
		};
	}
	return {
		what: `The node "${node.name}" has the type ${node.type}, which is not known here.`,
		advice: `Only nodes of these packages can run: ${packages.names.join(', ')}. Remove the node, or run the workflow in n8n.`,
	};
}

/** A webhook or form gets its items from a call, all other triggers make them. */
function waitsForCall(workflow: Workflow, { name, type, typeVersion }: INode): boolean {
	const { webhook, trigger, poll } = workflow.nodeTypes.getByNameAndVersion(type, typeVersion);
	if (webhook === undefined || trigger !== undefined || poll !== undefined) return false;
	return workflow.pinData?.[name] === undefined;
}

function missingCredentials(
	workflow: Workflow,
	name: string,
	given: GivenCredentials,
): WorkflowProblem[] {
	const node = workflow.getNode(name);
	if (node === null || node.disabled === true || workflow.pinData?.[name] !== undefined) return [];
	const missing = neededCredentials(workflow, node).filter((type) => {
		const named = node.credentials?.[type]?.name;
		return given[type] === undefined && (named === undefined || given[named] === undefined);
	});
	return missing.map((type) => ({
		what: `The node "${name}" needs a credential of type ${type}, which is not available here.`,
		advice: `Available are: ${Object.keys(given).join(', ') || 'none'}. Remove or deactivate the node, or run the workflow in n8n.`,
	}));
}

/** The credential types the node would ask for with the parameters it has. */
function neededCredentials(workflow: Workflow, node: INode): string[] {
	const { description } = workflow.nodeTypes.getByNameAndVersion(node.type, node.typeVersion);
	const described = (description.credentials ?? []).filter(
		(credential) =>
			(credential.required === true || node.credentials?.[credential.name] !== undefined) &&
			NodeHelpers.displayParameter(node.parameters, credential, node, description),
	);
	const names = described.map((credential) => credential.name);
	// The HTTP Request node lets its user choose the type.
	const { authentication, nodeCredentialType, genericAuthType } = node.parameters;
	const chosen =
		(authentication === 'predefinedCredentialType' && nodeCredentialType) ||
		(authentication === 'genericCredentialType' && genericAuthType);
	return typeof chosen === 'string' ? [...names, chosen] : names;
}
