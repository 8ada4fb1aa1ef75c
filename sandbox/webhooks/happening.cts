import type { Appointment } from '../records/bookings.cts';
import type { Instant } from '../records/instant.cts';
import type { User } from '../records/people.cts';

/** Something that a request has brought about, and that webhooks are told of. Records are as they are afterwards. */
export type Happening =
	| {
			/** Cancelled also when one attendee left a group, created also when one joined it. */
			readonly webhookType: 'booking_created' | 'booking_cancelled';
			readonly appointment: Appointment;
	  }
	| {
			readonly webhookType: 'booking_rescheduled';
			readonly appointment: Appointment;
			readonly originalStart: Instant;
	  }
	| { readonly webhookType: 'new_employee'; readonly user: User };

export function companyOf(happening: Happening): string {
	return 'user' in happening ? happening.user.companyId : happening.appointment.companyId;
}
