import type { LimiterShape } from '../../sandbox/limiter.cts';
import { BURST, runAgainstLimit, type LimitRun } from '../limitRuns.cts';
import type { Compared, Group } from '../row.cts';
import { allOf } from '../statistics.cts';

interface Candidate {
	readonly name: string;
	readonly label: string;
	readonly shape: LimiterShape;
	readonly how: 'node' | 'bare';
}

const BUCKET: Candidate = {
	name: 'tokenBucket',
	label: 'bucket',
	shape: 'tokenBucket',
	how: 'node',
};

const CANDIDATES: readonly Candidate[] = [
	BUCKET,
	{ name: 'fixedWindow', label: 'fixed window', shape: 'fixedWindow', how: 'node' },
	{ name: 'slidingLog', label: 'sliding log', shape: 'slidingLog', how: 'node' },
	// Waits for nothing, so that its ratio says nothing: what it was refused is lost.
	{ name: 'plainLoop', label: 'plain loop', shape: 'tokenBucket', how: 'bare' },
];

/** How the node keeps to a limit, by what servers of three kinds see of it. */
export const limit: Group = {
	name: 'limit',
	keys: ['limit.ratio', 'limit.failed', 'limit.refused'],
	async measure({ quick, tell }) {
		const count = quick ? 2 * BURST : 5 * BURST;
		const measureOne = (candidate: Candidate) => async () => {
			tell(`${count} reads, ${candidate.label}`);
			const run = await runAgainstLimit(candidate.shape, [{ count, how: candidate.how }]);
			return { ...candidate, ...run };
		};
		// They mostly wait, so that a short run takes them all at once.
		const runs = await allOf(CANDIDATES.map(measureOne), quick);
		const ofNode = runs.filter(({ how }) => how === 'node');
		const beside = (
			figure: keyof LimitRun,
			shown: ReadonlyArray<Candidate & LimitRun>,
		): Compared[] =>
			shown.map((run) => ({
				key: `limit.${figure}.${run.name}`,
				what: run.label,
				value: run[figure],
			}));
		return [
			{
				key: 'limit.ratio',
				what: `${count} reads, against the best time; the worst of three servers`,
				goal: { atMost: 1.05 },
				value: Math.max(...ofNode.map(({ ratio }) => ratio)),
				compared: beside('ratio', ofNode),
			},
			{
				key: 'limit.failed',
				what: 'Items that failed, at any of them',
				goal: { atMost: 0 },
				value: ofNode.reduce((sum, { failed }) => sum + failed, 0),
				compared: beside(
					'failed',
					runs.filter(({ how }) => how === 'bare'),
				),
			},
			{
				key: 'limit.refused',
				what: 'Share of 429 answers, bucket',
				goal: { atMost: 0.02 },
				value: runs.find(({ name }) => name === BUCKET.name)?.refused ?? NaN,
				compared: beside(
					'refused',
					runs.filter(({ name }) => name !== BUCKET.name),
				),
			},
		];
	},
};
