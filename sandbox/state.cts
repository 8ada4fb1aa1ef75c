import { AppointmentBook } from './appointmentBook.cts';
import { ContactBook } from './contactBook.cts';
import { IdSource } from './ids.cts';
import type { OneTimeLink, ProvisionalBooking, QuickMail } from './records/bookings.cts';
import type { CalendarConnection } from './records/calendars.cts';
import type { CrmCompany, CrmEmail, CrmNote } from './records/contacts.cts';
import type { DataField, RoutingForm } from './records/forms.cts';
import type { MeetingType, Queue } from './records/meetingTypes.cts';
import type { Company, Credential, User } from './records/people.cts';
import type { Availability } from './records/schedules.cts';
import type { Webhook } from './records/webhooks.cts';

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

	readonly contacts = new ContactBook();

	readonly crmCompanies = new Map<string, CrmCompany>();

	readonly crmNotes = new Map<string, CrmNote>();

	readonly crmEmails = new Map<string, CrmEmail>();

	readonly dataFields = new Map<number, DataField>();

	/** What the list of data fields is wrapped in. Unpublished, so clients have to take all three. */
	dataFieldEnvelope: 'items' | 'data' | 'none' = 'items';

	readonly routingForms = new Map<string, RoutingForm>();

	readonly webhooks = new Map<number, Webhook>();

	/** How the end of a webhook is answered. The published pages disagree, so clients have to take both. */
	webhookDeleteStatus: 200 | 204 = 200;

	/** In the order they were sent. */
	readonly mails: QuickMail[] = [];

	readonly ids = new IdSource();

	/** What else is known, see `RecordKind`. */
	private readonly others: Array<{ clear(): void }> = [];

	/** Takes records that are to be forgotten together with everything else. */
	clearWith<T extends { clear(): void }>(records: T): T {
		this.others.push(records);
		return records;
	}

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
		this.contacts.clear();
		this.crmCompanies.clear();
		this.crmNotes.clear();
		this.crmEmails.clear();
		this.dataFields.clear();
		this.dataFieldEnvelope = 'items';
		this.routingForms.clear();
		this.webhooks.clear();
		this.webhookDeleteStatus = 200;
		this.mails.length = 0;
		this.ids.clear();
		for (const records of this.others) records.clear();
	}
}
