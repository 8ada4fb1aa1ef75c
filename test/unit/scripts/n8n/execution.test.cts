import { itemsOf } from '../../../../scripts/n8n/execution.cts';

const run = (...outputs: object[][]) => ({ data: { main: outputs } });
const execution = (...runs: object[]) => ({ id: '1', status: 'success', runData: { Node: runs } });

it('takes the items of the last run at the output asked for', () => {
	const twice = execution(run([{ json: { run: 1 } }]), run([], [{ json: { run: 2 } }]));

	expect(itemsOf(twice, 'Node')).toEqual([]);
	expect(itemsOf(twice, 'Node', 1)).toEqual([{ json: { run: 2 } }]);
});

it('finds none where a node has not run', () => {
	expect(itemsOf(execution(), 'Node')).toEqual([]);
	expect(itemsOf(execution(), 'Other')).toEqual([]);
});
