import { isRecord, isText, record, type Json } from '../contract/json.cts';
import type { MeetingInfo, MeetingOptions } from './records/meetingTypes.cts';

/** Reported to vanish on the way in, without an error: the API's validators do not know them. */
const VANISHING = new Set([
	'customChannelName',
	'customChannelLink',
	'connectChannelName',
	'groupBooking',
	'enrichInvitee',
	'confirmationButton',
]);

/** The meeting info after a write: what is given replaces what was there, property by property. */
export function infoAfter(before: MeetingInfo, wish: unknown): MeetingInfo {
	const kept = Object.entries(record(wish)).filter(([name]) => !VANISHING.has(name));
	return { ...before, ...Object.fromEntries(kept) };
}

/**
 * The meeting options after a write, likewise. `schedule` turns what a channel asks for, an id or an
 * inline schedule, into the id of a schedule.
 */
export function optionsAfter(
	before: MeetingOptions,
	wish: unknown,
	schedule: (wish: unknown, at: string) => string,
): MeetingOptions {
	const after: MeetingOptions = { ...before, ...record(wish) };
	const { channelAvailabilities } = record(wish);
	return {
		...after,
		...((after.allowedChannels ?? []).length > 1 ? { allowSelectChannel: true } : {}),
		...(isRecord(channelAvailabilities)
			? { channelAvailabilities: ofChannels(channelAvailabilities, schedule) }
			: {}),
	};
}

function ofChannels(
	wishes: Json,
	schedule: (wish: unknown, at: string) => string,
): Record<string, string> {
	return Object.fromEntries(
		Object.entries(wishes).map(([channel, wish]) => [
			channel,
			schedule(wish, `meetingOptions.channelAvailabilities.${channel}`),
		]),
	);
}

/** The texts of an invitation; a plain one is stored under the company's language. */
export function icsAfter(wish: unknown, language: string): Json {
	return Object.fromEntries(
		Object.entries(record(wish)).map(([name, value]) => [
			name,
			isText(value) ? { [language]: value } : value,
		]),
	);
}
