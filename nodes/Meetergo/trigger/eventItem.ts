import { createHash } from 'node:crypto';
import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import type { Appointment } from '../api/appointments';
import { bookingColumns, moreOfBooking } from '../actions/booking/booking.columns';
import { column, type Columns, type Meanings } from '../actions/output/columns';
import { shownAs } from '../actions/output/shown';
import { zonedTime } from '../actions/output/zonedTime';
import { onlySet, without } from '../actions/requests/onlySet';
import type { Form } from '../fields/field';
import { output } from '../fields/output';

/** What a trigger tells besides. */
export const EVENT_FACTS = {
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

/** A booking with what has happened to it. */
interface Happened extends Appointment {
	readonly event: string;
}

/** What a trigger tells of a booking: first what has happened, then what *Booking > Get* shows. */
export const eventColumns: Columns<Happened> = {
	event: column('What happened, by its name as in `booking_created`', ({ event }) => event),
	...bookingColumns,
};

/** The output item of an event about a booking. */
export function bookingItem(
	form: Form,
	booking: Appointment,
	facts: EventFacts,
): INodeExecutionData {
	const { zone } = form;
	const { event, ...rest } = facts;
	const told = onlySet({ ...rest, previousStart: zonedTime(facts.previousStart, zone) });
	const shape = { simplify: eventColumns, more: moreOfBooking };
	return { json: shownAs(output.read(form), { ...booking, event }, told, shape, zone) };
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
