import { startProgress } from '../progress.mjs';

/**
 * @typedef {object} Running
 * @property {string} name of the step
 * @property {Promise<{ failure: string | undefined, seconds: number }>} ended
 */

/**
 * Starts steps one after another: one core is enough for them.
 *
 * @param {import('./steps.mjs').Step[]} steps
 * @param {string} folder a temporary one for all of them
 * @returns {Running[]}
 */
export function startOneByOne(steps, folder) {
	let before = Promise.resolve();
	return steps.map(({ name, run }) => {
		const ended = before.then(() => timed(() => run(folder)));
		before = ended;
		return { name, ended };
	});
}

async function timed(run) {
	const startedAt = Date.now();
	const failure = await run().catch((error) => error.message);
	return { failure, seconds: Math.round((Date.now() - startedAt) / 1000) };
}

/**
 * Tells how each step has ended, and waits for those that have not.
 *
 * @param {Running[]} steps
 * @returns {Promise<boolean[]>} whether each passes
 */
export async function report(steps) {
	const results = [];
	for (const { name, ended } of steps) {
		const progress = startProgress(name);
		const { failure, seconds } = await ended;
		progress.end(failure === undefined ? 'passed' : 'failed', seconds);
		if (failure !== undefined) console.log(`${failure.trimEnd()}\n`);
		results.push(failure === undefined);
	}
	return results;
}
