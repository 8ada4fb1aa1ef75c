import { isStale, outputsToRecord, outputNames } from '../../../scripts/docs/outputs.cts';
import { inOrder, merged, schemaOf, written } from '../../../scripts/docs/outputSchema.cts';
import { schemasOf } from '../../../scripts/docs/recordedOutputs.cts';
import { suitesOf, TASK_SUITE, textOf } from '../../../scripts/docs/suites.cts';

/* The test of what there should be is test/contract/coverage.test.cts. */

it('fits whatever was seen', () => {
	const seen = [
		{ id: 1, tags: [] },
		{ id: 1.5, tags: ['a'], note: null },
		{ note: 'b', of: { c: true } },
	];

	expect(written(seen.map(schemaOf).reduce(merged))).toEqual({
		type: 'object',
		properties: {
			id: { type: 'number' },
			tags: { type: 'array', items: { type: 'string' } },
			note: { type: ['string', 'null'] },
			of: { type: 'object', properties: { c: { type: 'boolean' } } },
		},
	});
});

it('comes from all that was recorded under a name', () => {
	const lines = [{ id: 1 }, { id: null }].map((json) => ({
		name: 'user.get',
		schema: schemaOf(json),
	}));

	expect([...schemasOf([...lines, { name: 'user.getAll', schema: schemaOf({ id: 2 }) }])]).toEqual([
		['user.get', [{ id: 1 }, { id: null }].map(schemaOf).reduce(merged)],
		['user.getAll', schemaOf({ id: 2 })],
	]);
});

it('has its fields as they are documented, whatever was seen first', () => {
	const { properties = {} } = inOrder(schemaOf({ b: 1, change: 'x', a: 1 }), ['a', 'b', 'change']);

	expect(Object.keys(properties)).toEqual(['a', 'b', 'change']);
});

it.each([
	['shows what is documented', { id: {}, name: {} }, false],
	['shows besides what any record may tell', { id: {}, name: {}, change: {} }, false],
	['lacks a field', { id: {} }, true],
	['shows a field that is gone', { id: {}, name: {}, slug: {} }, true],
])('a schema that %s', (_what, properties, stale) => {
	expect(isStale(['id', 'name'], { type: 'object', properties })).toBe(stale);
});

describe('what is recorded', () => {
	const stale = () => ['user.get'];

	it.each([
		['what is stale', [], ['user.get']],
		['what is named', ['--outputs=booking.get,triggers'], ['booking.get', 'triggers']],
		['everything', ['--outputs'], outputNames],
	])('is %s', (_what, given, names) => {
		expect(outputsToRecord(given, stale)).toEqual(names);
	});

	it('is nothing that there is not', () => {
		expect(() => outputsToRecord(['--outputs=booking.gte'], stale)).toThrow('"booking.gte"');
	});
});

describe('the suites to run', () => {
	const suites = [
		{ file: 'test/workflow/userGet.test.cts', text: "{ resource: 'user', operation: 'get' }" },
		{ file: 'test/workflow/userList.test.cts', text: "{ resource: 'user', operation: 'getAll' }" },
		{ file: 'test/workflow/trigger/poll.test.cts', text: "['booking_created', 'user', 'get']" },
	];

	it.each([
		['an operation', ['user.get'], [TASK_SUITE, 'test/workflow/userGet.test.cts']],
		['a new operation', ['personalPage.get'], [TASK_SUITE]],
		['triggers', ['triggers'], ['test/workflow/trigger/poll.test.cts']],
	])('for %s are those that name it', (_what, names, files) => {
		expect(suitesOf(names, suites)).toEqual(files);
	});

	it('are read with their helpers, each once', () => {
		const files: Readonly<Record<string, string>> = {
			'userGet.test.cts': "import { get } from './users.cts';\nimport { it } from 'elsewhere';",
			'users.cts': "import { other } from './userGet.test.cts';\nconst operation = 'get';",
		};
		const read = (path: string) => files[path.slice(__dirname.length + 1)] ?? '';

		const text = textOf(`${__dirname}/userGet.test.cts`, read);

		expect(text.match(/operation = 'get'/g)).toHaveLength(1);
	});
});
