import { deliberateChoice } from '../../fields/basic';
import type { Field } from '../../fields/field';
import { preview } from '../../fields/preview';
import { timezone } from '../../fields/time';
import { reason, whichAttendee } from './booking.fields';

const cancelFor = deliberateChoice({
	displayName: 'Cancel For',
	name: 'cancelFor',
	description: 'Who loses the meeting',
	options: [
		{ name: 'Everyone', value: 'everyone', description: 'The whole booking' },
		{ name: 'Everyone, Whole Series', value: 'series', description: 'Also its future repetitions' },
		{ name: 'One Attendee', value: 'attendee', description: 'Group meetings: the others stay' },
	],
	default: 'everyone',
});

/** Who loses the meeting; an attendee is named by mail address or id. */
export type CancelScope = 'everyone' | 'series' | { readonly attendee: string };

export const scope: Field<CancelScope> = {
	properties: [
		...cancelFor.properties,
		...whichAttendee.properties.map((property) => ({
			...property,
			displayOptions: { show: { cancelFor: ['attendee'] } },
		})),
	],
	read(form) {
		const chosen = cancelFor.read(form);
		if (chosen !== 'attendee') return chosen;
		const attendee = whichAttendee.read(form);
		return attendee === undefined
			? form.refuse('Attendee Email or ID', 'must not be empty')
			: { attendee };
	},
};

export const cancelOptions = { preview, reason, timezone };
