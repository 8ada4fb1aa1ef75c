import { UserError, type INodePropertyOptions } from 'n8n-workflow';
import { openForm, type OpenFormOptions } from './openForm.cts';

export interface LoadOptionsOptions extends OpenFormOptions {
	/** Name of the node's method that loads options. */
	method: string;
}

/**
 * Loads the options of a field that takes several, as n8n's editor does.
 *
 * @throws whatever the method throws, and UserError when the node has no such method.
 */
export async function loadOptions(options: LoadOptionsOptions): Promise<INodePropertyOptions[]> {
	const { type, methods, context } = await openForm(options);
	const load = methods?.loadOptions?.[options.method];
	if (load === undefined) throw new UserError(`${type} loads no options "${options.method}".`);
	return await load.call(context);
}
