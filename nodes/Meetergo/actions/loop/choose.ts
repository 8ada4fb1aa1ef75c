import { type IExecuteFunctions, isExpression } from 'n8n-workflow';
import { shown } from '../../fields/field';
import { inputFailure, toNodeError } from '../../transport/nodeErrors';
import type { Operation, Resource } from '../operation';

/**
 * The operation this run is for. It must be the same for all items: one expression that gives different
 * operations would mix creates and cancels in a way nobody can follow.
 */
export function chooseOperation(context: IExecuteFunctions, table: readonly Resource[]): Operation {
	const refuse = (displayName: string, reason: string, index: number): never => {
		throw toNodeError(context.getNode(), inputFailure(displayName, reason), index);
	};
	const valueAt = (index: number, name: string): unknown =>
		context.getNodeParameter(name, index, null);
	const known = (entries: ReadonlyArray<{ option: { value: unknown } }>): string =>
		entries.map(({ option }) => option.value).join(', ');

	const resourceValue = valueAt(0, 'resource');
	const resource =
		table.find(({ option }) => option.value === resourceValue) ??
		refuse('Resource', `${shown(resourceValue)} is not one of: ${known(table)}`, 0);
	const operationValue = valueAt(0, 'operation');
	const operation =
		resource.operations.find(({ option }) => option.value === operationValue) ??
		refuse('Operation', `${shown(operationValue)} is not one of: ${known(resource.operations)}`, 0);

	if (operation.onlyWith !== undefined && valueAt(0, 'authentication') !== operation.onlyWith) {
		refuse(
			'Authentication',
			`${resource.option.name} > ${operation.option.name} works with a platform key only. Choose Platform API Key`,
			0,
		);
	}

	const { parameters } = context.getNode();
	const changing = (
		[
			['resource', resourceValue],
			['operation', operationValue],
		] as const
	).filter(([name]) => isExpression(parameters[name]));
	if (changing.length === 0) return operation;
	context.getInputData().forEach((_item, index) => {
		for (const [name, first] of changing) {
			if (valueAt(index, name) !== first) {
				refuse(
					name === 'resource' ? 'Resource' : 'Operation',
					`must be the same for all items, but is ${shown(first)} for item 0 and ${shown(valueAt(index, name))} for item ${index}. Separate the items with a Switch node first`,
					index,
				);
			}
		}
	});
	return operation;
}
