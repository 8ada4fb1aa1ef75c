import { UserError, type INodeListSearchResult } from 'n8n-workflow';
import { openForm, type OpenFormOptions } from './openForm.cts';

export interface ListSearchOptions extends OpenFormOptions {
	/** Name of the node's list search method. */
	method: string;
	filter?: string;
	paginationToken?: string;
}

/**
 * Opens a list of a node's form, as n8n's editor does.
 *
 * @throws whatever the method throws, and UserError when the node has no such method.
 */
export async function listSearch(options: ListSearchOptions): Promise<INodeListSearchResult> {
	const { method, filter, paginationToken } = options;
	const { type, methods, context } = await openForm(options);
	const search = methods?.listSearch?.[method];
	if (search === undefined) throw new UserError(`${type} has no list search "${method}".`);
	return await search.call(context, filter, paginationToken);
}
