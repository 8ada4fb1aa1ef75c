import axios from 'axios';
import { Agent } from 'node:http';

import { loadPackages } from '../../engine/packages.cts';
import { credentials } from '../../sandbox/seed.cts';
import { watchInFlight } from '../inFlight.cts';
import { figure, textIn } from '../messages.cts';
import { accessTo, checkReads, readBare, readByNode } from '../nodeRuns.cts';
import { recordsOf } from '../sandbox.cts';
import { serveTasks } from '../serveTasks.cts';
import { inTurns, median } from '../statistics.cts';

/* The CPU time of many reads: through the node, over n8n's helper, and over axios alone. */

void loadPackages().then(() => {
	const mostInFlight = watchInFlight();
	serveTasks(async (told) => {
		const url = textIn(told, 'url');
		const access = accessTo(url);
		const count = figure(told, 'count');
		const [booking] = await recordsOf(url, 'appointments');
		const id = String(booking?.id);
		const itemsToRead = () => Array.from({ length: count }, () => ({ id }));

		const byNode = async (bookingId?: string) => {
			const items = itemsToRead();
			const { failed } = checkReads(items, await readByNode(items, access, bookingId));
			if (failed > 0) throw new Error('Reads through the node failed');
		};
		const bare = async (atOnce: number, way?: 'parameter') => {
			const items = itemsToRead();
			const { failed } = checkReads(items, await readBare(items, access, atOnce, way));
			if (failed > 0) throw new Error('Reads over the helper failed');
		};
		const plainAxios = async (atOnce: number) => {
			const open = itemsToRead();
			await Promise.all(
				Array.from({ length: atOnce }, async () => {
					for (let item = open.pop(); item !== undefined; item = open.pop()) {
						await axios.get(`${url}/v4/appointment/${item.id}`, {
							headers: { authorization: `Bearer ${credentials.adminToken}` },
							// As n8n does: a connection for each request.
							httpAgent: new Agent({ keepAlive: false }),
						});
					}
				}),
			);
		};

		// Once without counting, so that everything is compiled.
		mostInFlight();
		await byNode(id);
		await byNode();
		// The others send as many at once as the node does.
		const atOnce = mostInFlight();
		await bare(atOnce);
		await bare(atOnce, 'parameter');
		await plainAxios(atOnce);

		const times = await inTurns(
			{
				node: async () => await cpuMs(async () => await byNode(id)),
				bare: async () => await cpuMs(async () => await bare(atOnce)),
				nodeWithExpression: async () => await cpuMs(async () => await byNode()),
				bareWithExpression: async () => await cpuMs(async () => await bare(atOnce, 'parameter')),
				axios: async () => await cpuMs(async () => await plainAxios(atOnce)),
			},
			figure(told, 'repeats'),
		);
		const medians = Object.entries(times).map(([name, all]) => [name, median(all)]);
		return { atOnce, ...Object.fromEntries(medians) };
	});
});

/** User and system time of this process, in milliseconds. */
async function cpuMs(work: () => Promise<void>): Promise<number> {
	const before = process.cpuUsage();
	await work();
	const { user, system } = process.cpuUsage(before);
	return (user + system) / 1000;
}
