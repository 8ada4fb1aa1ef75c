import { createHash } from 'node:crypto';
import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import type { Appointment } from '../api/appointments';
import { bookingColumns, moreOfBooking } from '../actions/booking/booking.columns';
import { type Meanings, row } from '../actions/output/columns';
import { zonedTime } from '../actions/output/zonedTime';
import { onlySet, without } from '../actions/requests/onlySet';
import type { Form } from '../fields/field';
import { output } from '../fields/output';

/** What a trigger tells besides the record. */
export const EVENT_FACTS = {
	event: 'What happened, by its name as in `booking_created`',
	cancelledScope: 'What was cancelled: `booking`, or `attendee` where only one of several left',
	leftAttendeeIds: 'IDs of the attendees who left, separated by commas',
	previousStart: 'When it started before it was moved, in Time Zone',
	eventKey: "The same whenever the same event is told again, for n8n's Remove Duplicates",
} as const satisfies Meanings;

export type EventFacts = {
	readonly event: string;
	readonly eventKey: string;
	readonly cancelledScope?: 'booking' | 'attendee';
	readonly leftAttendeeIds?: string;
	readonly previousStart?: string;
};

/** The output item of an event about a booking; the booking is shown as *Booking > Get* shows it. */
export function bookingItem(
	form: Form,
	booking: Appointment,
	facts: EventFacts,
): INodeExecutionData {
	const { zone } = form;
	const { event, ...rest } = facts;
	const told = onlySet({ ...rest, previousStart: zonedTime(facts.previousStart, zone) });
	const simplified = () => ({ event, ...row(bookingColumns, booking, zone), ...told });
	const selectable = () => ({ ...row(moreOfBooking, booking, zone), ...simplified() });
	return { json: output.read(form)({ ...booking, event, ...told }, simplified, selectable) };
}

/** The output item of any other event: what meetergo sent, as its form is not published. */
export function plainItem(
	payload: IDataObject,
	{ event, eventKey }: EventFacts,
): INodeExecutionData {
	return { json: { event, ...without(payload, 'webhookType', 'secret'), eventKey } };
}

/** A short name for an event that is the same whenever the same parts are given. */
export function eventKeyOf(event: string, ...parts: readonly unknown[]): string {
	const text = JSON.stringify([event, ...parts]);
	return createHash('sha256').update(text).digest('base64url').slice(0, 22);
}
