import fc from 'fast-check';
import {
	conditions,
	type Places,
	rectangles,
	type Rectangle,
	within,
} from '../../../nodes/Meetergo/actions/form/layout';
import { mergeOrders } from '../../../nodes/Meetergo/actions/form/mergeOrders';

describe('mergeOrders', () => {
	it('keeps the order of every list that agrees with a common one', () => {
		const subsets = fc.array(fc.subarray(['a', 'b', 'c', 'd', 'e', 'f', 'g']), { maxLength: 6 });
		fc.assert(
			fc.property(subsets, (orders) => {
				const merged = mergeOrders(orders);
				expect(new Set(merged)).toEqual(new Set(orders.flat()));
				expect(merged).toHaveLength(new Set(merged).size);
				for (const order of orders) {
					expect(merged.filter((key) => order.includes(key))).toEqual(order);
				}
			}),
		);
	});

	it('puts a late neighbour where its own list has it', () => {
		expect(
			mergeOrders([
				['start', 'timezone'],
				['start', 'end', 'timezone'],
			]),
		).toEqual(['start', 'end', 'timezone']);
	});

	it('follows the first of two lists that contradict each other', () => {
		expect(
			mergeOrders([
				['a', 'b'],
				['b', 'a'],
			]),
		).toEqual(['a', 'b']);
	});
});

describe('rectangles', () => {
	const names = fc.uniqueArray(fc.constantFrom('create', 'get', 'getAll', 'delete'), {
		minLength: 1,
	});
	const tables = fc.dictionary(fc.constantFrom('booking', 'user', 'contact', 'deal'), names, {
		minKeys: 1,
	});

	it('shows a property exactly where it belongs, for any table and any choice of operations', () => {
		fc.assert(
			fc.property(tables, fc.infiniteStream(fc.boolean()), (table, coins) => {
				const everywhere: Places = new Map(
					Object.entries(table).map(([resource, operations]) => [resource, new Set(operations)]),
				);
				const places: Places = new Map();
				const meant: string[] = [];
				for (const [resource, operations] of everywhere) {
					const chosen = [...operations].filter(() => coins.next().value);
					if (chosen.length > 0) places.set(resource, new Set(chosen));
					meant.push(...chosen.map((operation) => `${resource}.${operation}`));
				}
				const shown = rectangles(places, everywhere).flatMap(({ resource, operation }) =>
					resource.flatMap((one) =>
						operation
							.filter((name) => everywhere.get(one)?.has(name))
							.map((name) => `${one}.${name}`),
					),
				);
				expect(shown.sort()).toEqual(meant.sort());
			}),
		);
	});

	it('needs one entry for what all operations share', () => {
		const everywhere: Places = new Map([
			['booking', new Set(['get', 'getAll'])],
			['user', new Set(['getAll', 'getMe'])],
		]);
		expect(rectangles(everywhere, everywhere)).toEqual([
			{ resource: ['booking', 'user'], operation: ['get', 'getAll', 'getMe'] },
		]);
	});
});

describe('conditions', () => {
	const everywhere: Places = new Map([
		['booking', new Set(['create', 'get', 'cancel'])],
		['user', new Set(['create', 'getMe'])],
	]);
	const whole: Rectangle = {
		resource: ['booking', 'user'],
		operation: ['create', 'get', 'cancel', 'getMe'],
	};

	it.each([
		['nothing where all is shown', whole, {}],
		[
			'the operation where no other resource has it',
			{ resource: ['booking'], operation: ['cancel'] },
			{ operation: ['cancel'] },
		],
		[
			'the resource where all of its operations are shown',
			{ resource: ['user'], operation: ['create', 'getMe'] },
			{ resource: ['user'] },
		],
		[
			'both where neither is enough',
			{ resource: ['user'], operation: ['create'] },
			{ resource: ['user'], operation: ['create'] },
		],
	])('are %s', (_what, rectangle, show) => {
		expect(conditions(rectangle, everywhere)).toEqual(show);
	});

	it('may look at the form around a collection', () => {
		const rectangle = { resource: ['booking'], operation: ['get'] };
		expect(conditions(rectangle, everywhere, '/')).toEqual({ '/operation': ['get'] });
	});

	it('count in a part of the form only what is there', () => {
		const part = within(everywhere, { resource: ['booking'], operation: ['create', 'get'] });
		expect(part).toEqual(new Map([['booking', new Set(['create', 'get'])]]));
		const rectangle = { resource: ['booking'], operation: ['create', 'get'] };
		expect(conditions(rectangle, part)).toEqual({});
	});
});
