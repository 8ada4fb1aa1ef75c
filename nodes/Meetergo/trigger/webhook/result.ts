import type { INodeExecutionData, IWebhookFunctions } from 'n8n-workflow';
import { type Appointment, isCancelled } from '../../api/appointments';
import type { Form } from '../../fields/field';
import { bookingItem, type EventFacts, plainItem } from '../eventItem';
import type { Delivery } from './delivery';
import { readWebhookForm, type WebhookFields } from './form';
import { readNamedBooking } from './verify';

/** What a delivery comes to: an item for the workflow, or why it is left out. */
export type DeliveryResult =
	| { readonly item: INodeExecutionData }
	| { readonly reason: string; readonly isSuspicious?: boolean };

/** Works out what the workflow is started with. */
export async function resultOf(
	context: IWebhookFunctions,
	form: Form,
	delivery: Delivery,
): Promise<DeliveryResult> {
	const { event, eventKey, payload, booking: sent } = delivery;
	const { events, verify, filters } = readWebhookForm(form);
	if (!events.some((wanted) => wanted === event)) return { reason: 'Trigger On does not name it' };
	if (sent === undefined) return { item: plainItem(payload, { event, eventKey }) };

	const read = verify ? await readNamedBooking(context, form, sent) : sent;
	if (read === undefined) return { reason: 'meetergo has no such booking', isSuspicious: true };
	if (!isWanted(event, read, filters)) return { reason: 'Filters leave it out' };
	const booking = { ...read, attendees: inOrderOf(sent, read) };
	return { item: bookingItem(form, booking, { event, eventKey, ...factsOf(event, sent, read) }) };
}

function isWanted(
	event: string,
	booking: Appointment,
	{ hostIds = [], meetingTypeIds = [], onlyConfirmed = false }: WebhookFields['filters'],
): boolean {
	const { meetingTypeId, meetingType, hosts = [] } = booking;
	const typeId = (meetingTypeId ?? meetingType?.id ?? '').toLowerCase();
	const hostsOfBooking = [...(booking.hostIds ?? []), ...hosts.map(({ id }) => id)];
	return (
		(meetingTypeIds.length === 0 || holds(meetingTypeIds, typeId)) &&
		(hostIds.length === 0 || hostsOfBooking.some((id) => holds(hostIds, id))) &&
		!(onlyConfirmed && event !== 'booking_cancelled' && isCancelled(booking))
	);
}

function holds(ids: readonly string[], id: string): boolean {
	return ids.some((wanted) => wanted.toLowerCase() === id.toLowerCase());
}

/** What the event tells besides the booking as it is now. */
function factsOf(
	event: string,
	sent: Appointment,
	now: Appointment,
): Omit<EventFacts, 'event' | 'eventKey'> {
	if (event === 'booking_rescheduled') {
		const { originalStart } = sent;
		return typeof originalStart === 'string' ? { previousStart: originalStart } : {};
	}
	if (event !== 'booking_cancelled') return {};
	if (isGone(now)) return { cancelledScope: 'booking' };
	const staying = new Set(now.attendees?.map(({ id }) => id));
	const left = (sent.attendees ?? []).filter(({ id }) => !staying.has(id)).map(({ id }) => id);
	return {
		cancelledScope: 'attendee',
		...(left.length > 0 && { leftAttendeeIds: left.join(', ') }),
	};
}

/** A cancellation that says nothing of the booking's state is meant for the whole of it. */
function isGone(booking: Appointment): boolean {
	return (
		isCancelled(booking) || (booking.isCancelled === undefined && booking.cancel === undefined)
	);
}

/** The attendees as they are now, those first whom the event names: it may tell of one of a group only. */
function inOrderOf({ attendees: named = [] }: Appointment, { attendees = [] }: Appointment) {
	const ids = new Set(named.map(({ id }) => id));
	return [...attendees].sort((a, b) => Number(ids.has(b.id)) - Number(ids.has(a.id)));
}
