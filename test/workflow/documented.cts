import type { INodeParameters } from 'n8n-workflow';
import type { RunNodeResult } from '../../engine/runNode.cts';
import { FACTS } from '../../nodes/Meetergo/actions/output/told';
import { entries } from '../../scripts/docs/form.cts';

/** Fails where records hold something else than their operation documents, or are not flat when simplified. */
export function expectDocumented(parameters: INodeParameters, { items }: RunNodeResult): void {
	const { resource, operation: value, output: mode = 'simplified' } = parameters;
	const entry = entries.find(
		(one) => one.resource === resource && one.operation.option.value === value,
	);
	if (entry === undefined || mode !== 'simplified') return;
	const { output, properties } = entry.operation;
	const isSimplified = properties.some(({ name }) => name === 'output');
	for (const { json } of items) {
		if ('error' in json) continue;
		const own = Object.keys(json).filter((name) => name in output || !(name in FACTS));
		if (isSimplified) {
			expect(own).toEqual(Object.keys(output));
			expect(Object.values(json).filter((held) => typeof held === 'object' && held)).toEqual([]);
		} else {
			expect(Object.keys(output)).toEqual(expect.arrayContaining(own));
		}
	}
}
