import { NodeOperationError, type INode } from 'n8n-workflow';
import { describeError, reportNode } from '../../../scripts/start/nodeReport.cts';

const node: INode = {
	id: '1',
	name: 'Book it',
	type: 'test.node',
	typeVersion: 1,
	position: [0, 0],
	parameters: {},
};

const run = { name: node.name, type: node.type, outputs: [], hints: [], ms: 12 };

it('tells items, time and hints', () => {
	const report = reportNode(
		{
			...run,
			outputs: [[{ json: { id: 'a' } }]],
			hints: [{ message: 'Waited 3 seconds for meetergo.' }],
		},
		node,
		80,
	);

	expect(report).toBe(
		[
			'Book it: 1 item in 12 ms',
			'   Hint: Waited 3 seconds for meetergo.',
			'   ┌────┐',
			'   │ id │',
			'   ├────┤',
			'   │ a  │',
			'   └────┘',
		].join('\n'),
	);
});

it('names the outputs where there are several', () => {
	const outputs = [[{ json: { id: 'a' } }, { json: { id: 'b' } }], [{ json: { error: 'taken' } }]];

	const branches = reportNode({ ...run, outputs }, node, 80);
	const split = reportNode({ ...run, outputs }, { ...node, onError: 'continueErrorOutput' }, 80);

	expect(branches).toContain('Book it: 2 items + 1 item in 12 ms');
	expect(branches).toContain('   Output 2:');
	expect(split).toContain('   Output 1:');
	expect(split).toContain('   Error output:');
});

it('tells an error with its explanation', () => {
	const error = new NodeOperationError(node, 'The slot is taken', {
		description: 'Choose another start.',
	});

	const report = reportNode({ ...run, error }, node, 80);

	expect(report).toBe(
		['Book it: no items in 12 ms', '   Error: The slot is taken', '   Choose another start.'].join(
			'\n',
		),
	);
});

it('does not repeat an error whose explanation says the same', () => {
	const error = new NodeOperationError(node, 'Taken', { description: 'Taken' });

	expect(describeError(error)).toEqual(['Error: Taken']);
});
