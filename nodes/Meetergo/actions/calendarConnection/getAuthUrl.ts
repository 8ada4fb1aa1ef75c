import type { CalendarAuthUrl } from '../../api/calendarConnections';
import { webAddress } from '../../fields/address';
import { deliberateChoice, toggle } from '../../fields/basic';
import { failureOf } from '../../transport/failures';
import { v4 } from '../../transport/path';
import { perItem } from '../perItem';
import { switchedOn } from '../requests/switchedOn';
import { hostId, whoMay } from './calendarConnection.fields';

export const getAuthUrl = perItem({
	option: {
		name: 'Get Authorization URL',
		value: 'getAuthUrl',
		description:
			'Get the address at which a host connects a calendar; it is as secret as a password',
		action: 'Get the secret address for connecting a calendar',
	},
	actingUser: 'required',
	effect: 'read',
	whoMay,
	fields: {
		provider: deliberateChoice({
			displayName: 'Provider',
			name: 'provider',
			description: 'Whose calendar to connect; others cannot be connected by an address',
			options: [
				{ name: 'Google', value: 'google' },
				{ name: 'Outlook', value: 'outlook' },
			],
			default: 'google',
		}),
		hostId,
	},
	options: {
		redirectUrl: webAddress({
			displayName: 'Redirect URL',
			name: 'redirectUrl',
			placeholder: 'e.g. https://example.com/connected',
			description: 'Where the host is sent once the calendar is connected',
		}),
		setAsCalendarSync: toggle({
			displayName: 'Write Bookings Into It',
			name: 'setAsCalendarSync',
			description: 'Whether new bookings are written into the calendar that is connected',
		}),
	},
	async run({ provider, hostId: userId, options }, api) {
		const answer = await api.get<CalendarAuthUrl>(v4`/calendar-connections/auth/${provider}/url`, {
			userId,
			redirectUrl: options.redirectUrl,
			setAsCalendarSync: switchedOn(options.setAsCalendarSync),
		});
		if (typeof answer.authUrl !== 'string') return api.fail(failureOf('unreadableAnswer'));
		return { authUrl: answer.authUrl, provider };
	},
	gives: {
		authUrl: 'Where the host connects the calendar; as secret as a password',
		provider: '`google` or `outlook`',
	},
});
