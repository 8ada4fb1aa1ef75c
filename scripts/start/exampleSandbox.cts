import { DateTime } from 'luxon';
import type { GivenCredentials } from '../../engine/credentialsHelper.cts';
import { credentials, ids } from '../../sandbox/seed.cts';
import { startSandbox, type Sandbox } from '../../sandbox/server.cts';

const BOOKINGS = 40;

export interface ExampleSandbox {
	url: string;
	/** Those of the admin Lena, by type. */
	credentials: GivenCredentials;
	/** What is in it. */
	state: Sandbox['state'];
	close(): Promise<void>;
}

/** A sandbox of today, with a week full of bookings for the examples to work on. */
export async function startExampleSandbox(): Promise<ExampleSandbox> {
	const now = DateTime.utc();
	// The seed fills the days before the week it is made for, and leaves that week free.
	const sandbox = await startSandbox({
		now: now.plus({ weeks: 1 }).toISO(),
		seed: { bookings: BOOKINGS },
	});
	sandbox.clock.set(now.toISO());

	const baseUrl = `${sandbox.url}/v4`;
	return {
		url: sandbox.url,
		credentials: {
			meetergoPersonalAccessTokenApi: { accessToken: credentials.adminToken, baseUrl },
			meetergoPlatformApi: { apiKey: credentials.platformKey, actingUserId: ids.admin, baseUrl },
		},
		state: sandbox.state,
		close: async () => await sandbox.close(),
	};
}
