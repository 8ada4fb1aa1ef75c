import { subscribe } from 'node:diagnostics_channel';

import { loadPackages } from '../../engine/packages.cts';
import { HOSTS } from '../../sandbox/seed/bookings.cts';
import { textIn } from '../messages.cts';
import { accessTo, listBare, listByNode } from '../nodeRuns.cts';
import { serveTasks } from '../serveTasks.cts';

/* Reads a long list and watches what stays in memory; needs --expose-gc. */

const hostIds = HOSTS.map(({ hostId }) => hostId);

void loadPackages().then(() => {
	serveTasks(async (told) => {
		const access = accessTo(textIn(told, 'url'));
		const list = async () =>
			told.how === 'node' ? await listByNode(hostIds, access) : await listBare(hostIds, access);

		let pages = 0;
		let peak = 0;
		const look = () => {
			peak = Math.max(peak, heapInUse());
		};
		// Both sides send through Node's own client, so a page is seen without touching either.
		subscribe('http.client.response.finish', () => {
			pages += 1;
			look();
		});
		const before = heapInUse();
		const result = await list();
		// What was gathered is still held here.
		look();
		if (result.error) throw new Error(`The list could not be read: ${result.error.message}`);
		return { bytes: peak - before, items: result.items.length, pages };
	});
});

function heapInUse(): number {
	if (globalThis.gc === undefined) throw new Error('Run it with --expose-gc');
	globalThis.gc();
	return process.memoryUsage().heapUsed;
}
