import { UserError, type ResourceMapperFields } from 'n8n-workflow';
import { openForm, type OpenFormOptions } from './openForm.cts';

export interface MapperFieldsOptions extends OpenFormOptions {
	/** Name of the node's resource mapping method. */
	method: string;
}

/**
 * Loads the fields of a resource mapper of a node's form, as n8n's editor does.
 *
 * @throws whatever the method throws, and UserError when the node has no such method.
 */
export async function mapperFields(options: MapperFieldsOptions): Promise<ResourceMapperFields> {
	const { type, methods, context } = await openForm(options);
	const load = methods?.resourceMapping?.[options.method];
	if (load === undefined) {
		throw new UserError(`${type} has no resource mapping "${options.method}".`);
	}
	return await load.call(context);
}
