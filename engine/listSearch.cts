import './environment.cts';
import { LoadOptionsContext } from 'n8n-core';
import {
	UserError,
	type INode,
	type INodeListSearchResult,
	type INodeParameters,
} from 'n8n-workflow';
import { createAdditionalData } from './additionalData.cts';
import type { GivenCredentials } from './credentialsHelper.cts';
import { toWorkflow } from './exportedWorkflow.cts';
import { DEFAULT_NODE_TYPE, loadPackages } from './packages.cts';

export interface ListSearchOptions {
	/** Node type with its package; the action node of this repository if not given. */
	type?: string;
	/** What the form holds while the list opens. */
	parameters: INodeParameters;
	/** Name of the node's list search method. */
	method: string;
	filter?: string;
	paginationToken?: string;
	/** By credential type. */
	credentials?: GivenCredentials;
	packageRoot?: string;
}

/**
 * Opens a list of a node's form, as n8n's editor does.
 *
 * @throws whatever the method throws, and UserError when the node has no such method.
 */
export async function listSearch(options: ListSearchOptions): Promise<INodeListSearchResult> {
	const { credentials = {}, method, filter, paginationToken } = options;
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
	const nodeType = packages.getByNameAndVersion(node.type, node.typeVersion);
	const search = nodeType.methods?.listSearch?.[method];
	if (search === undefined) throw new UserError(`${node.type} has no list search "${method}".`);

	const additionalData = createAdditionalData(packages, credentials, node.parameters);
	const context = new LoadOptionsContext(workflow, node, additionalData, 'parameters');
	return await search.call(context, filter, paginationToken);
}
