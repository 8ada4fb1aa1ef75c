import type { LimiterShape } from '../../sandbox/limiter.cts';
import { BURST, runAgainstLimit } from '../limitRuns.cts';
import type { Group } from '../row.cts';

const SHAPES: ReadonlyArray<readonly [LimiterShape, string]> = [
	['tokenBucket', 'bucket'],
	['fixedWindow', 'fixed window'],
	['slidingLog', 'sliding log'],
];

/** How the node keeps to a limit, by what servers of three kinds see of it. */
export const limit: Group = {
	name: 'limit',
	keys: ['limit.ratio', 'limit.failed', 'limit.refused'],
	async measure({ quick, tell }) {
		const count = quick ? 2 * BURST : 5 * BURST;
		const measureShape = async ([shape, label]: (typeof SHAPES)[number]) => {
			tell(`${count} reads against a ${label}`);
			return { shape, label, ...(await runAgainstLimit(shape, [{ count }])) };
		};
		// They mostly wait, so that a short run takes them all at once.
		const runs = quick ? await Promise.all(SHAPES.map(measureShape)) : [];
		if (!quick) for (const shape of SHAPES) runs.push(await measureShape(shape));

		tell(`${count} reads in a plain loop, which does not wait`);
		const loop = await runAgainstLimit('tokenBucket', [{ count, how: 'bare' }]);
		const beside = (figure: 'ratio' | 'failed' | 'refused') =>
			runs.map((run) => ({
				key: `limit.${figure}.${run.shape}`,
				what: run.label,
				value: run[figure],
			}));
		return [
			{
				key: 'limit.ratio',
				what: `${count} reads, against the best time`,
				goal: { atMost: 1.05 },
				value: Math.max(...runs.map(({ ratio }) => ratio)),
				compared: beside('ratio'),
			},
			{
				key: 'limit.failed',
				what: 'Items that failed, all shapes',
				goal: { atMost: 0 },
				value: runs.reduce((sum, { failed }) => sum + failed, 0),
				compared: [{ key: 'limit.failed.plainLoop', what: 'plain loop', value: loop.failed }],
			},
			{
				key: 'limit.refused',
				what: 'Share of 429 answers, bucket',
				goal: { atMost: 0.02 },
				value: runs.find(({ shape }) => shape === 'tokenBucket')?.refused ?? NaN,
				compared: [
					...beside('refused').filter(({ key }) => !key.endsWith('tokenBucket')),
					{ key: 'limit.refused.plainLoop', what: 'plain loop', value: loop.refused },
				],
			},
		];
	},
};
