import { AppointmentBook } from './appointmentBook.cts';
import { IdSource } from './ids.cts';
import type {
	Availability,
	CalendarConnection,
	Company,
	Credential,
	MeetingType,
	OneTimeLink,
	ProvisionalBooking,
	Queue,
	QuickMail,
	User,
} from './records.cts';

/** Everything the sandbox knows. The maps are live; records are replaced, never changed in place. */
export class State {
	readonly companies = new Map<string, Company>();

	/** By token. */
	readonly credentials = new Map<string, Credential>();

	readonly users = new Map<string, User>();

	readonly availabilities = new Map<string, Availability>();

	readonly meetingTypes = new Map<string, MeetingType>();

	readonly queues = new Map<string, Queue>();

	readonly appointments = new AppointmentBook();

	readonly provisionalBookings = new Map<string, ProvisionalBooking>();

	readonly oneTimeLinks = new Map<string, OneTimeLink>();

	readonly calendarConnections = new Map<string, CalendarConnection>();

	/** In the order they were sent. */
	readonly mails: QuickMail[] = [];

	readonly ids = new IdSource();

	clear(): void {
		this.companies.clear();
		this.credentials.clear();
		this.users.clear();
		this.availabilities.clear();
		this.meetingTypes.clear();
		this.queues.clear();
		this.appointments.clear();
		this.provisionalBookings.clear();
		this.oneTimeLinks.clear();
		this.calendarConnections.clear();
		this.mails.length = 0;
		this.ids.clear();
	}
}
