import { createHash, timingSafeEqual } from 'node:crypto';
import type { IDataObject, IWebhookFunctions } from 'n8n-workflow';
import { without } from '../../actions/requests/onlySet';
import type { Appointment } from '../../api/appointments';
import { isObject } from '../../transport/isObject';
import { isId } from '../../transport/path';
import { isBookingEvent, webhookEvents } from '../events';
import { eventKeyOf } from '../eventItem';
import { KEY } from './address';
import { Places } from './places';

/** What meetergo has sent, as far as it can be trusted: nothing of it is signed. */
export interface Delivery {
	readonly event: string;
	readonly payload: IDataObject;
	/** The booking as it was sent, where the event is about one. */
	readonly booking?: Appointment;
	/** The same for each delivery of the event. */
	readonly eventKey: string;
}

/** Why a delivery is turned away, and with which HTTP status. */
export interface Refusal {
	readonly status: number;
	readonly message: string;
}

/** Reads a delivery; one without the key of the address is not from meetergo. */
export function readDelivery(context: IWebhookFunctions): Delivery | Refusal {
	const places = new Places(context.getWorkflowStaticData('node'));
	const keys = [...places.all().values()].map(({ key }) => key);
	const { [KEY]: given } = context.getQueryData() as IDataObject;
	if (typeof given !== 'string' || !keys.some((key) => isSame(key, given))) {
		return { status: 403, message: 'The key in the address is missing or wrong.' };
	}
	const payload: unknown = context.getBodyData();
	const event = isObject(payload) ? payload.webhookType : undefined;
	if (!isObject(payload) || typeof event !== 'string') {
		return { status: 400, message: 'The body has no webhookType.' };
	}
	const known = webhookEvents.find(({ value }) => value === event)?.value;
	if (known === undefined || !isBookingEvent(known)) {
		return { event, payload, eventKey: eventKeyOf(event, ...partsOf(payload)) };
	}
	const booking = asBooking(payload);
	if (booking === undefined) return { status: 400, message: 'The body has no ID of a booking.' };
	return { event, payload, booking, eventKey: keyOfBooking(event, booking) };
}

/** In a time that tells nothing about the key. */
function isSame(key: string, given: string): boolean {
	const [a, b] = [key, given].map((text) => createHash('sha256').update(text).digest());
	return a !== undefined && b !== undefined && timingSafeEqual(a, b);
}

function asBooking(payload: IDataObject): Appointment | undefined {
	const { id } = payload;
	if (typeof id !== 'string' || !isId(id)) return undefined;
	return without(payload, 'webhookType') as Appointment;
}

/** One event is told by the same booking, attendees and time of change (NOTES 10). */
function keyOfBooking(
	event: string,
	{ id, attendees = [], start, updatedAt }: Appointment,
): string {
	const people = attendees.map((attendee) => attendee.id).sort();
	return eventKeyOf(event, id.toLowerCase(), people, start, updatedAt ?? null);
}

/** Of other events the form is not published: a record with a time of change is known by it, anything else by all it says. */
function partsOf(payload: IDataObject): readonly unknown[] {
	const { id, updatedAt } = payload;
	return id !== undefined && updatedAt !== undefined ? [id, updatedAt] : [payload];
}
