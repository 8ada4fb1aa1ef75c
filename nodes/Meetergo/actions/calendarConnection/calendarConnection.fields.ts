import { locator, optionalLocator } from '../../fields/locator';

/** The connection an operation is about. */
export const connectionId = locator({
	label: {
		displayName: 'Calendar Connection',
		name: 'connectionId',
		description: 'An account with a calendar provider that the host has connected',
	},
	noun: 'calendar connection',
	search: 'searchCalendarConnections',
	// The form of these ids is not published.
	opaqueId: 'd3b07384-d9a1-4f5e-8c2b-6f1e0a9c7b42',
});

/** Told with a refusal, wherever the calendars of somebody else are asked for. */
export const whoMay =
	'Only admins may handle the calendars of others; with a platform key, act as an admin.';

/** Whose calendars an operation is about. */
export const hostId = optionalLocator({
	label: {
		displayName: 'Host',
		name: 'hostId',
		description:
			"Whose calendars. Empty means those of the token's owner or of Act As User; only admins may name others.",
	},
	noun: 'host',
	search: 'searchUsers',
});
