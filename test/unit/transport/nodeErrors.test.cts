import { type INode, NodeApiError, NodeOperationError } from 'n8n-workflow';
import { failureOf } from '../../../nodes/Meetergo/transport/failures';
import {
	errorItem,
	failureBehind,
	inputFailure,
	toNodeError,
} from '../../../nodes/Meetergo/transport/nodeErrors';

const node: INode = {
	id: 'test',
	name: 'meetergo',
	type: 'n8n-nodes-meetergo.meetergo',
	typeVersion: 1,
	position: [0, 0],
	parameters: {},
};

const conflict = failureOf('conflict', { httpCode: 409, detail: 'meetergo answered: slug taken' });

describe('a value that cannot be used', () => {
	it('is named as the form names it', () => {
		const failure = inputFailure('Start', 'is not a time');
		expect(failure).toMatchObject({ code: 'invalidInput', parameter: 'Start', fields: [] });
		expect(failure.message).toBe('Start: is not a time.');
		expect(failure.description).toContain('the field "Start"');
	});

	it('has changed nothing and cost no wait', () => {
		expect(inputFailure('Start', 'is empty')).toMatchObject({
			mayHaveHappened: false,
			waitedMs: 0,
		});
	});
});

describe('an error item', () => {
	it('holds the message and six details, and no other key', () => {
		const failure = { ...conflict, parameter: 'Slug', mayHaveHappened: true, waitedMs: 2000 };
		expect(errorItem(failure)).toEqual({
			error: 'The change conflicts with something that exists',
			details: {
				httpCode: 409,
				code: 'conflict',
				parameter: 'Slug',
				description: conflict.description,
				mayHaveHappened: true,
				waitedSeconds: 2,
			},
		});
	});

	it('has its keys where nothing is known, too', () => {
		expect(errorItem(failureOf('unreachable')).details).toMatchObject({
			httpCode: null,
			parameter: null,
			mayHaveHappened: false,
			waitedSeconds: 0,
		});
	});

	it.each([
		[49, 0],
		[50, 0.1],
		[1260, 1.3],
		[120_000, 120],
	])('tells a wait of %d ms as %d s', (waitedMs, waitedSeconds) => {
		expect(errorItem(failureOf('rateLimited', { waitedMs })).details).toMatchObject({
			waitedSeconds,
		});
	});
});

describe('the error n8n shows', () => {
	it('tells what happened, what to do, the status and the item', () => {
		const error = toNodeError(node, conflict, 3);
		expect(error).toBeInstanceOf(NodeApiError);
		expect(error).toMatchObject({
			message: 'The change conflicts with something that exists',
			description: conflict.description,
			httpCode: '409',
			context: { itemIndex: 3 },
		});
	});

	it('names the first item as any other', () => {
		expect(toNodeError(node, conflict, 0).context.itemIndex).toBe(0);
		expect(toNodeError(node, inputFailure('Start', 'is empty'), 0).context.itemIndex).toBe(0);
	});

	it('names no item and no status where there is none', () => {
		const error = toNodeError(node, failureOf('unreachable'));
		expect(error).toMatchObject({ httpCode: null });
		expect(error.context).not.toHaveProperty('itemIndex');
	});

	it('is about the node, not the API, when a value is wrong', () => {
		const error = toNodeError(node, inputFailure('Start', 'is empty'), 1);
		expect(error).toBeInstanceOf(NodeOperationError);
		expect(error).toMatchObject({ message: 'Start: is empty.', context: { itemIndex: 1 } });
		expect(error.description).toContain('Correct the field "Start"');
	});

	it.each(['ECONNREFUSED', 'EPERM', 'exist', 'getaddrinfo ENOTFOUND'])(
		'keeps a message with %j, which n8n would replace',
		(word) => {
			const failure = failureOf('conflict', { message: `It says ${word} here` });
			expect(toNodeError(node, failure).message).toBe(`It says ${word} here`);
			const input = inputFailure(`Field ${word}`, 'is empty');
			expect(toNodeError(node, input).message).toBe(`Field ${word}: is empty.`);
		},
	);
});

describe('the failure behind an error', () => {
	it('is the one it was made of', () => {
		const input = inputFailure('Start', 'is empty');
		expect(failureBehind(toNodeError(node, conflict, 2))).toBe(conflict);
		expect(failureBehind(toNodeError(node, input))).toBe(input);
	});

	it('is unexpected for an error of another making, which n8n then shows itself', () => {
		const thrown = new TypeError('x is not a function');
		const failure = failureBehind(thrown);
		expect(failure).toMatchObject({
			code: 'unexpected',
			message: 'x is not a function',
			fields: [],
			mayHaveHappened: false,
			waitedMs: 0,
		});
		expect(failure.description).toContain('please report it');

		const error = toNodeError(node, failure, 4);
		expect(error).toBeInstanceOf(NodeOperationError);
		expect(error.cause).toBe(thrown);
		expect(error).toMatchObject({ description: failure.description, context: { itemIndex: 4 } });
	});

	it.each<[thrown: unknown, message: string]>([
		['a text', 'a text'],
		[undefined, 'undefined'],
		[null, 'null'],
		[7, '7'],
		[{}, '[object Object]'],
	])('is unexpected for %j', (thrown, message) => {
		const failure = failureBehind(thrown);
		expect(failure).toMatchObject({ code: 'unexpected', message });
		expect(toNodeError(node, failure).message).toBe(message);
	});
});
