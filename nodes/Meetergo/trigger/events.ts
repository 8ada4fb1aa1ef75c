import type { Choice } from '../fields/basic';

/** What happens to bookings, and both triggers tell. */
export const bookingEvents = [
	{
		name: 'Booking Cancelled',
		value: 'booking_cancelled',
		description: 'A booking was cancelled, or one of several attendees left it',
	},
	{
		name: 'Booking Created',
		value: 'booking_created',
		description: 'A meeting was booked; one that waits for a confirmation is not a booking yet',
	},
	{
		name: 'Booking Rescheduled',
		value: 'booking_rescheduled',
		description: 'A booking was moved to another time',
	},
] as const satisfies ReadonlyArray<Choice<string>>;

/** What meetergo can deliver by webhook. */
export const webhookEvents = [
	...bookingEvents,
	{
		name: 'Credential Error',
		value: 'credential_error',
		description: 'A connected account, such as a calendar, no longer works',
	},
	{
		name: 'Form Submitted',
		value: 'form_submission',
		description: 'A form or funnel was filled in',
	},
	{
		name: 'New Employee',
		value: 'new_employee',
		description: 'A user joined the workspace',
	},
	{
		name: 'Review Published',
		value: 'review_published',
		description: 'A review became public',
	},
	{
		name: 'Review Submitted',
		value: 'review_submitted',
		description: 'Somebody wrote a review',
	},
	{
		name: 'Signature Completed',
		value: 'signature_completed',
		description: 'A document was signed',
	},
] as const satisfies ReadonlyArray<Choice<string>>;

/** What can be told by looking at the bookings again and again. */
export const pollEvents = [
	...bookingEvents,
	{
		name: 'Booking Ended',
		value: 'booking_ended',
		description: 'The time of a booking is over',
	},
	{
		name: 'Booking Starts Soon',
		value: 'booking_starts_soon',
		description: 'A booking begins within the Minutes Before; told once for each start',
	},
] as const satisfies ReadonlyArray<Choice<string>>;

export type BookingEvent = (typeof bookingEvents)[number]['value'];
export type WebhookEvent = (typeof webhookEvents)[number]['value'];
export type PollEvent = (typeof pollEvents)[number]['value'];

/** Whether an event is about a booking, which can be read again. */
export function isBookingEvent(event: WebhookEvent): event is BookingEvent {
	return bookingEvents.some(({ value }) => value === event);
}
