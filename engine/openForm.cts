import './environment.cts';
import { LoadOptionsContext } from 'n8n-core';
import type { INode, INodeParameters, INodeType } from 'n8n-workflow';
import { createAdditionalData } from './additionalData.cts';
import type { GivenCredentials } from './credentialsHelper.cts';
import { toWorkflow } from './exportedWorkflow.cts';
import { DEFAULT_NODE_TYPE, loadPackages } from './packages.cts';

export interface OpenFormOptions {
	/** Node type with its package; the action node of this repository if not given. */
	type?: string;
	/** What the form holds while it is open. */
	parameters: INodeParameters;
	/** By credential type. */
	credentials?: GivenCredentials;
	packageRoot?: string;
}

/** A node's form in the editor, as the methods behind its fields see it. */
export interface OpenForm {
	/** Node type with its package. */
	readonly type: string;
	readonly methods: INodeType['methods'];
	/** What n8n hands to a method as `this`. */
	readonly context: LoadOptionsContext;
}

/** Opens a node's form, as n8n's editor does. */
export async function openForm(options: OpenFormOptions): Promise<OpenForm> {
	const { credentials = {} } = options;
	const packages = await loadPackages(options.packageRoot);
	const temporaryNode: INode = {
		id: 'form',
		name: 'Form',
		type: options.type ?? DEFAULT_NODE_TYPE,
		typeVersion: 1,
		position: [0, 0],
		parameters: options.parameters,
	};
	const workflow = toWorkflow({ nodes: [temporaryNode], connections: {} }, packages, credentials);
	const node = workflow.getNode(temporaryNode.name) ?? temporaryNode;
	const { methods } = packages.getByNameAndVersion(node.type, node.typeVersion);
	const additionalData = createAdditionalData(packages, credentials, {
		currentNodeParameters: node.parameters,
	});
	const context = new LoadOptionsContext(workflow, node, additionalData, 'parameters');
	return { type: node.type, methods, context };
}
