import { setTimeout as delay } from 'node:timers/promises';

import { speedUpNode } from '../../engine/fastTime.cts';
import { loadPackages } from '../../engine/packages.cts';
import { checkBookings } from '../bookingCheck.cts';
import { bookBare, bookByNode, bookingsToMake } from '../bookingRuns.cts';
import { figure, textIn } from '../messages.cts';
import { accessTo } from '../nodeRuns.cts';
import { recordsOf } from '../sandbox.cts';
import { serveTasks } from '../serveTasks.cts';

/* Makes bookings while faults strike, and holds what was said of them against what there is. */

/** What the node waits for an answer, in its own milliseconds. */
const PATIENCE_MS = 30_000;

/** Real milliseconds after which nothing that comes late is still to come. */
const SETTLED_MS = 2000;

void loadPackages().then(() => {
	serveTasks(async (told) => {
		const url = textIn(told, 'url');
		const items = await bookingsToMake(url, figure(told, 'count'));
		const speed = figure(told, 'speed');
		const access = accessTo(url);
		speedUpNode(speed, PATIENCE_MS / speed);
		const said =
			told.how === 'node' ? await bookByNode(items, access) : await bookBare(items, access, speed);
		await delay(SETTLED_MS);
		return { ...checkBookings(said, await recordsOf(url, 'appointments')) };
	});
});
