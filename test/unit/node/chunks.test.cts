import { chunks } from '../../../nodes/Meetergo/actions/requests/chunks';

it.each([
	[0, []],
	[1, [[0]]],
	[3, [[0, 1, 2]]],
	[4, [[0, 1, 2], [3]]],
	[7, [[0, 1, 2], [3, 4, 5], [6]]],
])('puts %i entries into parts of three', (count, parts) => {
	expect(chunks([...Array(count).keys()], 3)).toEqual(parts);
});
