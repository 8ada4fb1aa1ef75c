import { DateTime } from 'luxon';
import type { GivenCredentials } from '../../engine/credentialsHelper.cts';
import { credentials, ids } from '../../sandbox/seed.cts';
import { startSandbox, type Sandbox, type SandboxOptions } from '../../sandbox/server.cts';
import { addExampleBookings } from './exampleBookings.cts';

export interface ExampleSandbox extends Sandbox {
	/** Those of the admin Lena, by type. */
	readonly credentials: GivenCredentials;
}

/**
 * A sandbox of today, with days full of bookings for the examples to work on.
 * @param zone IANA zone that says which day it is: the one the workflows run in
 */
export async function startExampleSandbox(
	zone: string,
	options: Omit<SandboxOptions, 'now' | 'seed'> = {},
): Promise<ExampleSandbox> {
	const now = DateTime.now().setZone(zone);
	if (!now.isValid) throw new Error(`Not a time zone: ${zone}`);
	// The seed hangs on the week of UTC, which begins at another hour than that of the zone.
	const calendar = now.setZone('utc', { keepLocalTime: true });
	const sandbox = await startSandbox({ ...options, now: calendar.toJSDate().toISOString() });
	sandbox.clock.set(now.toISO());
	addExampleBookings(sandbox.state, now);

	const baseUrl = `${sandbox.url}/v4`;
	return {
		...sandbox,
		credentials: {
			meetergoPersonalAccessTokenApi: { accessToken: credentials.adminToken, baseUrl },
			meetergoPlatformApi: { apiKey: credentials.platformKey, actingUserId: ids.admin, baseUrl },
		},
	};
}
