import type { INodeProperties } from 'n8n-workflow';
import { moreOfBooking } from '../../nodes/Meetergo/actions/booking/booking.columns';
import { type Meanings, meaningsOf } from '../../nodes/Meetergo/actions/output/columns';
import { EVENT_FACTS, eventColumns } from '../../nodes/Meetergo/trigger/eventItem';
import { pollForm } from '../../nodes/Meetergo/trigger/poll/form';
import { webhookForm } from '../../nodes/Meetergo/trigger/webhook/form';

/** A node that starts workflows. */
export interface Trigger {
	readonly name: string;
	readonly displayName: string;
	readonly about: string;
	readonly properties: readonly INodeProperties[];
}

export const triggers: readonly Trigger[] = [
	{
		name: 'meetergoTrigger',
		displayName: 'Meetergo Trigger',
		about: 'meetergo calls n8n as soon as something happens.',
		properties: webhookForm,
	},
	{
		name: 'meetergoPollTrigger',
		displayName: 'Meetergo Poll Trigger',
		about: 'n8n asks meetergo again and again what has changed.',
		properties: pollForm,
	},
];

/** What both triggers give for an event about a booking. */
export const eventOutput: { readonly output: Meanings; readonly more: Meanings } = {
	output: { ...meaningsOf(eventColumns), ...EVENT_FACTS },
	more: meaningsOf(moreOfBooking),
};
