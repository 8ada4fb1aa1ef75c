import { setImmediate } from 'node:timers/promises';
import { together } from '../../../nodes/Meetergo/actions/loop/together';

/** Works on 0, 1, 2, ... and notes who begins and who ends; each takes as many turns as told. */
async function log(turns: readonly number[], atOnce: number, last: readonly number[] = []) {
	const seen: string[] = [];
	await together(turns.keys(), atOnce, async (index) => {
		seen.push(`+${index}`);
		for (let turn = 0; turn < (turns[index] ?? 0); turn += 1) await setImmediate();
		seen.push(`-${index}`);
		return !last.includes(index);
	});
	return seen.join(' ');
}

it.each([
	[1, '+0 -0 +1 -1 +2 -2 +3 -3'],
	[2, '+0 +1 -1 +2 -2 +3 -0 -3'],
	[9, '+0 +1 +2 +3 -1 -2 -3 -0'],
])('works on %i at once, in order', async (atOnce, expected) => {
	expect(await log([5, 1, 2, 3], atOnce)).toBe(expected);
});

it('begins nothing more after the last, and waits for what is under way', async () => {
	expect(await log([5, 1, 2, 3], 2, [1])).toBe('+0 +1 -1 -0');
});

it('has nothing to do with nothing', async () => {
	expect(await log([], 3)).toBe('');
});
