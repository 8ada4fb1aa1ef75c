import { appointmentActRoutes } from './appointmentActs.cts';
import { appointmentTextRoutes } from './appointmentTexts.cts';
import { appointmentRoutes } from './appointments.cts';
import { availabilityRoutes } from './availabilities.cts';
import { availabilityWriteRoutes } from './availabilityWrites.cts';
import { bookingAvailabilityRoutes } from './bookingAvailability.cts';
import { bookingPageImportRoutes } from './bookingPageImport.cts';
import { bookingRoutes } from './bookings.cts';
import { calendarConnectionRoutes } from './calendarConnections.cts';
import { contactBulkRoutes } from './contactBulk.cts';
import { contactHistoryRoutes } from './contactHistory.cts';
import { contactRoutes } from './contacts.cts';
import { contactWriteRoutes } from './contactWrites.cts';
import { dataFieldRoutes } from './dataFields.cts';
import { guestRoutes } from './guests.cts';
import { holidayExceptionRoutes } from './holidayExceptions.cts';
import { meetingTypeRoutes } from './meetingTypes.cts';
import { meetingTypeWriteRoutes } from './meetingTypeWrites.cts';
import { oneTimeLinkRoutes } from './oneTimeLinks.cts';
import { presentAppointmentRoutes } from './presentAppointments.cts';
import { provisionalBookingRoutes } from './provisionalBookings.cts';
import { queueRoutes } from './queues.cts';
import { quickMailRoutes } from './quickMail.cts';
import type { Route } from './route.cts';
import { routingFormRoutes } from './routingForms.cts';
import { userCreateRoutes } from './userCreate.cts';
import { userRoutes } from './users.cts';
import { userWriteRoutes } from './userWrites.cts';
import { webhookRoutes } from './webhooks.cts';

/** The operations the sandbox answers; all others of the contract are a 404. */
export const routes: readonly Route[] = [
	...userRoutes,
	...userCreateRoutes,
	...userWriteRoutes,
	...meetingTypeRoutes,
	...meetingTypeWriteRoutes,
	...bookingPageImportRoutes,
	...availabilityRoutes,
	...availabilityWriteRoutes,
	...holidayExceptionRoutes,
	...bookingAvailabilityRoutes,
	...bookingRoutes,
	...appointmentRoutes,
	...presentAppointmentRoutes,
	...appointmentActRoutes,
	...appointmentTextRoutes,
	...guestRoutes,
	...quickMailRoutes,
	...provisionalBookingRoutes,
	...oneTimeLinkRoutes,
	...queueRoutes,
	...calendarConnectionRoutes,
	...contactRoutes,
	...contactWriteRoutes,
	...contactBulkRoutes,
	...contactHistoryRoutes,
	...dataFieldRoutes,
	...routingFormRoutes,
	...webhookRoutes,
];
