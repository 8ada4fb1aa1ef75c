import { choice } from '../../fields/basic';

/** Where meetings may take place, in the API's words. Deprecated channels are not offered. */
export const channels = [
	{ name: 'Alfaview', value: 'alfaview' },
	{ name: "At the Attendee's Address", value: 'local-attendee' },
	{ name: 'Custom', value: 'custom' },
	{ name: 'Google Meet', value: 'google' },
	{ name: 'In Person', value: 'local' },
	{ name: 'Jitsi', value: 'jitsi' },
	{ name: 'KMeet', value: 'kmeet' },
	{ name: 'Meetergo Connect', value: 'connect' },
	{ name: 'Microsoft Teams', value: 'teamsForBusiness2' },
	{ name: 'Microsoft Teams (Exchange)', value: 'teams2ForExchange' },
	{ name: 'Nextcloud Talk', value: 'nextcloudTalk' },
	{ name: 'OpenTalk', value: 'openTalk' },
	{ name: 'Phone (Attendee Calls)', value: 'phone-incoming' },
	{ name: 'Phone (Host Calls)', value: 'phone' },
	{ name: 'Resource', value: 'resource' },
	{ name: 'Webex', value: 'webex' },
	{ name: 'WhatsApp', value: 'whatsapp' },
	{ name: 'Whereby', value: 'whereby' },
	{ name: 'Zava', value: 'zava' },
	{ name: 'Zoom', value: 'zoom' },
] as const;

/** Where one meeting takes place. */
export const channel = choice({
	displayName: 'Channel',
	name: 'channel',
	description:
		'Where the meeting takes place; the type must allow it. An attendee\'s address is taken from the form answer "address".',
	options: channels,
	default: 'google',
});

/** The channel of a new type where nothing else is said: it needs no other service. */
export const USUAL_CHANNEL = 'connect';

const usual = {
	displayName: 'Channel',
	name: 'channel',
	description: 'Where meetings take place, unless the attendee may choose',
	options: channels,
	default: USUAL_CHANNEL,
} as const;

/** Where meetings of a type take place. */
export const usualChannel = choice(usual);

/** The same among the settings: a type that exists keeps its own unless it is added. */
export const addedChannel = choice({
	...usual,
	description: `${usual.description}. Not added means Meetergo Connect for a new type.`,
});
