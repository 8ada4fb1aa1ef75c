import { record, type Json } from '../../contract/json.cts';
import { keepAttendee } from '../contacts/attendees.cts';
import { secretOf } from '../ids.cts';
import type { Appointment, ProvisionalBooking } from '../records/bookings.cts';
import type { MeetingType } from '../records/meetingTypes.cts';
import { text } from '../values.cts';
import type { World } from '../world.cts';
import { attendeeRecord } from './attendee.cts';
import type { Place } from './place.cts';

export interface Times {
	readonly start: string;
	readonly end: string;
}

/**
 * Makes the appointment, or adds the attendee to the group appointment that is there already; both count
 * as a new booking. Whoever attends becomes a contact.
 */
export function makeAppointment(
	world: World,
	type: MeetingType,
	place: Place,
	times: Times,
	body: Json,
): Appointment {
	const { state, clock } = world;
	const now = clock.iso();
	const attendee = attendeeRecord(state.ids.uuid('attendee'), body.attendee);
	const id = place.joins?.id ?? state.ids.uuid('appointment');
	const appointment: Appointment = place.joins
		? { ...place.joins, attendees: [...place.joins.attendees, attendee], updatedAt: now }
		: {
				id,
				companyId: type.companyId,
				secret: secretOf(id, 0),
				meetingTypeId: type.id,
				hostIds: place.hostIds,
				...times,
				channel: text(body.channel) ?? type.meetingInfo.channel,
				location: text(body.location) ?? null,
				attendees: [attendee],
				cancel: null,
				rescheduledAt: null,
				rescheduleCount: 0,
				icsTitle: text(body.icsTitle) ?? null,
				icsDescription: text(body.icsDescription) ?? null,
				note: null,
				transcription: null,
				summary: null,
				createdAt: now,
				updatedAt: now,
			};
	state.appointments.set(id, appointment);
	keepAttendee(world, type.companyId, attendee);
	world.announce({ webhookType: 'booking_created', appointment });
	return appointment;
}

/** What a type's bookings wait for before they become appointments; undefined when for nothing. */
export function waitsFor({ meetingOptions }: MeetingType): ProvisionalBooking['type'] | undefined {
	const isOn = (option: string | undefined) =>
		option !== undefined && option !== 'useCompanySettings';
	if (isOn(meetingOptions.doubleOptIn)) return 'doubleOptIn';
	if (isOn(meetingOptions.requireHostConfirmation)) return 'requireHostConfirmation';
	return undefined;
}

/** Keeps the slot for a booking that waits. */
export function makeProvisional(
	{ state, clock }: World,
	kind: ProvisionalBooking['type'],
	type: MeetingType,
	place: Place,
	times: Times,
	body: Json,
): ProvisionalBooking {
	const booking: ProvisionalBooking = {
		id: state.ids.uuid('provisional booking'),
		companyId: type.companyId,
		type: kind,
		meetingTypeId: type.id,
		hostIds: place.hostIds,
		...times,
		dto: body,
		status: 'pending',
		declineReason: null,
		createdAt: clock.iso(),
	};
	state.provisionalBookings.set(booking.id, booking);
	return booking;
}

/** Puts a host of a queue to its end after a booking. */
export function takeTurn({ state }: World, type: MeetingType, { hostIds }: Place): void {
	const queue = type.queueId ? state.queues.get(type.queueId) : undefined;
	if (!queue) return;
	const had = queue.users.filter(({ userId }) => hostIds.includes(userId));
	const others = queue.users.filter(({ userId }) => !hostIds.includes(userId));
	state.queues.set(queue.id, { ...queue, users: [...others, ...had] });
}

/** The attendee's mail, where there is one, as the answer to a booking shows it. */
export function attendeeEmail(body: Json): { readonly attendeeEmail?: string } {
	const email = text(record(body.attendee).email);
	return email ? { attendeeEmail: email } : {};
}
