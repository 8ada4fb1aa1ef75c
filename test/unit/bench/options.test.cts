import { readOptions, usage } from '../../../bench/options.cts';

const groups = ['limit', 'burst', 'load'];

it('measures everything for a person to read unless told otherwise', () => {
	expect(readOptions([], groups)).toMatchObject({
		json: false,
		quick: false,
		help: false,
		only: groups,
	});
});

it('takes everything at once', () => {
	const args = ['--json', '--quick', '--only', 'load, limit,load', '--seed', '7'];
	expect(readOptions(args, groups)).toEqual({
		json: true,
		quick: true,
		help: false,
		only: ['load', 'limit'],
		seed: 7,
	});
});

it.each([
	[['--only', 'limit,speed'], '--only takes limit, burst, load, not "speed"'],
	[['--seed', 'x'], '--seed is a whole number'],
	[['--fast'], "Unknown option '--fast'"],
])('refuses %j', (args, message) => {
	expect(() => readOptions(args, groups)).toThrow(message);
});

it('tells what there is', () => {
	for (const name of [...groups, '--quick', '--json', '--only', '--seed']) {
		expect(usage(groups)).toContain(name);
	}
});
