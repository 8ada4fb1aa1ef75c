import { figure, type Figures } from '../messages.cts';
import { UNLIMITED } from '../nodeRuns.cts';
import { withChildren } from '../pool.cts';
import type { Group } from '../row.cts';
import { withSandbox, type DistantSandbox } from '../sandbox.cts';
import { inTurns, median } from '../statistics.cts';

const LATENCY_MS = 100;
/** As many as the node reads at once. */
const AT_ONCE = 5;
const BOOKINGS = 1000;
const READS_TO_SCATTER = 20;

/** How much faster many reads are than one after another, when each takes a while. */
export const burst: Group = {
	name: 'burst',
	keys: ['burst.speedup'],
	async measure({ quick, tell }) {
		const count = quick ? 20 : 200;
		const times = await withSandbox({ bookings: BOOKINGS }, async (sandbox) =>
			withChildren('reads', 1, async ([child]) => {
				const read = async (how: 'node' | 'bare', atOnce: number, reads = count) => {
					const by = how === 'node' ? 'the node' : `n8n's helper, ${atOnce} at once`;
					tell(`${reads} reads by ${by}`);
					const task = { ...UNLIMITED, url: sandbox.url, count: reads, how, atOnce };
					return msOf(by, (await child?.ask(task)) ?? {});
				};
				await scatterAnswers(sandbox);
				await read('node', 1, READS_TO_SCATTER);
				await sandbox.clearFaults();
				await sandbox.addFault({ kind: 'latency', ms: LATENCY_MS, times: null });
				return await inTurns(
					{
						node: async () => await read('node', 1),
						one: async () => await read('bare', 1),
						several: async () => await read('bare', AT_ONCE),
					},
					quick ? 1 : 3,
				);
			}),
		);
		const [node, one] = [median(times.node), median(times.one)];
		return [
			{
				key: 'burst.speedup',
				what: `${count} reads at ${LATENCY_MS} ms, against one at a time`,
				goal: { atLeast: 4 },
				value: one / node,
				compared: [
					{ key: 'burst.nodeMs', what: 'node, ms', value: node },
					{ key: 'burst.oneAtATimeMs', what: 'one at a time, ms', value: one },
					{
						key: 'burst.speedup.bare',
						what: `n8n's helper, ${AT_ONCE} at once`,
						value: one / median(times.several),
					},
					{ key: 'burst.speedup.best', what: `best with ${AT_ONCE} at once`, value: AT_ONCE },
				],
			},
		];
	},
};

/** @throws Error when reads failed, or came in another order than they were asked for */
function msOf(by: string, answer: Figures): number {
	if (figure(answer, 'failed') > 0) throw new Error(`Reads by ${by} failed`);
	if (figure(answer, 'inOrder') !== 1) throw new Error(`Answers to ${by} are out of order`);
	return figure(answer, 'ms');
}

/** Makes some answers slower than others, so that their order would show if it were that of arrival. */
async function scatterAnswers(sandbox: DistantSandbox): Promise<void> {
	await sandbox.addFault({ kind: 'latency', ms: 80, path: '[02468ace]$', times: null });
	await sandbox.addFault({ kind: 'latency', ms: 5, times: null });
}
