import type { IExecuteFunctions } from 'n8n-workflow';
import type { Form } from '../../fields/field';
import { formOver } from '../../fields/formOver';
import { inputFailure, toNodeError } from '../../transport/nodeErrors';

/** One item's form, read from n8n. */
export function itemForm(
	context: IExecuteFunctions,
	index: number,
	note: (text: string) => void,
): Form {
	return formOver({
		parameter: (name) => context.getNodeParameter(name, index, null),
		workflowZone: () => context.getTimezone(),
		byAgent: context.getNode().type.endsWith('Tool'),
		note,
		refuse(displayName, reason) {
			throw toNodeError(context.getNode(), inputFailure(displayName, reason), index);
		},
	});
}
