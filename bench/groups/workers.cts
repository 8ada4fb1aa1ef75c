import { BURST, RATES, runAgainstLimit } from '../limitRuns.cts';
import type { Group } from '../row.cts';

const PROCESSES = 4;

/** Several processes that share a key, as the workers of n8n's queue mode do. */
export const workers: Group = {
	name: 'workers',
	keys: [
		'workers.toldRatio',
		'workers.toldRefused',
		'workers.untoldRatio',
		'workers.untoldRefused',
		'workers.failed',
	],
	async measure({ quick, tell }) {
		const count = (quick ? 1.3 * BURST : 5 * BURST) / PROCESSES;
		const run = async (processes: number) => {
			const know = processes > 1 ? 'that know of each other' : 'that do not';
			tell(`${count} reads in each of ${PROCESSES} processes ${know}`);
			const task = { ...RATES, count, processes };
			return await runAgainstLimit('tokenBucket', Array(PROCESSES).fill(task));
		};
		const told = await run(PROCESSES);
		const untold = await run(1);
		return [
			{
				key: 'workers.toldRatio',
				what: `${PROCESSES} processes that know of each other, against the best time`,
				goal: { atMost: 1.05 },
				value: told.ratio,
				compared: [],
			},
			{
				key: 'workers.toldRefused',
				what: 'Share of 429 answers',
				goal: { atMost: 0.01 },
				value: told.refused,
				compared: [],
			},
			{
				key: 'workers.untoldRatio',
				what: 'The same without being told',
				goal: { atMost: 1.25 },
				value: untold.ratio,
				compared: [],
			},
			{
				key: 'workers.untoldRefused',
				what: 'Share of 429 answers',
				goal: { atMost: 0.05 },
				value: untold.refused,
				compared: [],
			},
			{
				key: 'workers.failed',
				what: 'Items that failed, told or not',
				goal: { atMost: 0 },
				value: told.failed + untold.failed,
				compared: [
					{ key: 'workers.failed.told', what: 'told', value: told.failed },
					{ key: 'workers.failed.untold', what: 'not told', value: untold.failed },
				],
			},
		];
	},
};
