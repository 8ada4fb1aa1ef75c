import { appointmentActRoutes } from './appointmentActs.cts';
import { appointmentRoutes } from './appointments.cts';
import { availabilityRoutes } from './availabilities.cts';
import { bookingAvailabilityRoutes } from './bookingAvailability.cts';
import { bookingRoutes } from './bookings.cts';
import { meetingTypeRoutes } from './meetingTypes.cts';
import { provisionalBookingRoutes } from './provisionalBookings.cts';
import { queueRoutes } from './queues.cts';
import type { Route } from './route.cts';
import { userRoutes } from './users.cts';

/** The operations the sandbox answers; all others of the contract are a 404. */
export const routes: readonly Route[] = [
	...userRoutes,
	...meetingTypeRoutes,
	...availabilityRoutes,
	...bookingAvailabilityRoutes,
	...bookingRoutes,
	...appointmentRoutes,
	...appointmentActRoutes,
	...provisionalBookingRoutes,
	...queueRoutes,
];
