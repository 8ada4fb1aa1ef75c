import { performance } from 'node:perf_hooks';

import { figure, textIn } from '../messages.cts';
import { accessTo, checkReads, readBare, readByNode } from '../nodeRuns.cts';
import { recordsOf } from '../sandbox.cts';
import { serveTasks } from '../serveTasks.cts';
import { loadPackages } from '../../engine/packages.cts';
import { ids } from '../../sandbox/seed.cts';

/* Reads single bookings, through the node or in a loop over n8n's helper. */

void loadPackages().then(() => {
	serveTasks(async (told) => {
		const url = textIn(told, 'url');
		const bookings = (await recordsOf(url, 'appointments')).filter(
			({ hostIds }) => Array.isArray(hostIds) && hostIds.includes(ids.users.lena),
		);
		const items = Array.from({ length: figure(told, 'count') }, (_, index) => ({
			id: String(bookings[index % bookings.length]?.id),
		}));
		const access = accessTo(url, {
			requestsPerMinute: figure(told, 'requestsPerMinute'),
			burst: figure(told, 'burst'),
			processes: figure(told, 'processes'),
		});
		const startedAt = performance.now();
		const result =
			told.how === 'node'
				? await readByNode(items, access)
				: await readBare(items, access, figure(told, 'atOnce'));
		const ms = performance.now() - startedAt;
		const { failed, inOrder } = checkReads(items, result);
		return { ms, failed, inOrder: Number(inOrder) };
	});
});
