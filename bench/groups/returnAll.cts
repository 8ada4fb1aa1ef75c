import { askOnce } from '../child.cts';
import { figure } from '../messages.cts';
import type { Group } from '../row.cts';
import { withSandbox } from '../sandbox.cts';

const MEGABYTE = 1024 * 1024;

/** What a long list costs in memory. */
export const returnAll: Group = {
	name: 'returnAll',
	keys: ['returnAll.heapRatio'],
	async measure({ quick, tell }) {
		const bookings = quick ? 1_000 : 100_000;
		tell(`${bookings} bookings are made`);
		return await withSandbox({ bookings }, async (sandbox) => {
			const heapOf = async (how: 'node' | 'bare') => {
				const answer = await askOnce('heap', { url: sandbox.url, how }, ['--expose-gc']);
				if (figure(answer, 'items') !== bookings) {
					throw new Error(`${how}: ${answer.items} of ${bookings} bookings came`);
				}
				return figure(answer, 'bytes');
			};
			tell(`${bookings} bookings, simplified by the node and raw over n8n's helper`);
			// Memory does not depend on what else the machine does, so both run at once.
			const [node, raw] = await Promise.all([heapOf('node'), heapOf('bare')]);
			return [
				{
					key: 'returnAll.heapRatio',
					what: `Peak heap of ${bookings} bookings, simplified, against the raw ones`,
					goal: { atMost: 0.4 },
					value: node / raw,
					compared: [
						{ key: 'returnAll.nodeMB', what: 'node, MB', value: node / MEGABYTE },
						{ key: 'returnAll.rawMB', what: 'raw, MB', value: raw / MEGABYTE },
					],
				},
			];
		});
	},
};
