import { fullNameOf, nameParts } from '../../api/people';
import { type Appointment, type AppointmentAttendee, isCancelled } from '../../api/appointments';
import { isBlank } from '../../fields/field';
import { readInstant } from '../../fields/instant';
import { column, type Columns } from '../output/columns';
import { zonedTime } from '../output/zonedTime';

/** Who an attendee is. */
export function nameAttendee(attendee: AppointmentAttendee | undefined) {
	return { attendeeName: fullNameOf(attendee), attendeeEmail: attendee?.email ?? null };
}

/** Which booking it is. */
export const identity: Columns<Appointment> = {
	id: column('ID of the booking', ({ id }) => id),
	bookingState: column('`confirmed` or `cancelled`', (booking) =>
		isCancelled(booking) ? 'cancelled' : 'confirmed',
	),
	start: column('When it starts, in Time Zone', ({ start }, zone) => zonedTime(start, zone)),
	end: column('When it ends, in Time Zone', ({ end }, zone) => zonedTime(end, zone)),
	meetingTypeName: column(
		'Name of the meeting type',
		// What a webhook delivers names the type in one place only.
		({ meetingInfo, meetingType }) => meetingInfo?.name ?? meetingType?.meetingInfo?.name,
	),
	attendeeName: column('Full name of the first attendee', ({ attendees }) =>
		fullNameOf(attendees?.[0]),
	),
	attendeeEmail: column(
		'Mail address of the first attendee',
		({ attendees }) => attendees?.[0]?.email,
	),
};

/** What most answers about a booking tell. */
export const summary: Columns<Appointment> = {
	...identity,
	hostName: column('Full name of the first host', ({ hosts }) => fullNameOf(hosts?.[0])),
};

export const bookingColumns: Columns<Appointment> = {
	...summary,
	attendeePhone: column(
		'Phone number of the first attendee',
		({ attendees }) => attendees?.[0]?.phone,
	),
	meetingLink: column(
		'Address to join at',
		({ hostingInfo, meetingInfo }) => hostingInfo?.meetingLink ?? meetingInfo?.meetingLink,
	),
};

/** What a row of a CRM may want besides. */
export const moreOfBooking: Columns<Appointment> = {
	attendeeFirstName: column(
		'First name of the first attendee',
		({ attendees }) => nameParts(attendees?.[0]).first,
	),
	attendeeLastName: column(
		'Last name of the first attendee',
		({ attendees }) => nameParts(attendees?.[0]).last,
	),
	attendeeId: column('ID of the first attendee', ({ attendees }) => attendees?.[0]?.id),
	attendeeCount: column('How many attendees there are', ({ attendees }) => attendees?.length),
	hostEmail: column('Mail address of the first host', ({ hosts }) => hosts?.[0]?.email),
	minutes: column('Length in minutes', minutesOf),
	answers: column(
		'Form answers of the first attendee, as in `Question: answer; Question: answer`; a single one is `attendees.0.notes.<question>`',
		({ attendees }) => answersOf(attendees?.[0]),
	),
	location: column('Where it takes place, for meetings in person', ({ location }) => location),
	meetingTypeId: column('ID of the meeting type', ({ meetingTypeId }) => meetingTypeId),
	rescheduled: column('How often it was moved', ({ rescheduleCount }) => rescheduleCount),
	createdAt: column('When it was booked, in Time Zone', ({ createdAt }, zone) =>
		zonedTime(createdAt, zone),
	),
	updatedAt: column('When it was changed last, in Time Zone', ({ updatedAt }, zone) =>
		zonedTime(updatedAt, zone),
	),
	cancelReason: column('Why it was cancelled', ({ cancel }) => cancel?.reason),
};

function minutesOf({ start, end }: Appointment): number | undefined {
	const [from, until] = [readInstant(start, 'UTC'), readInstant(end, 'UTC')];
	return 'instant' in from && 'instant' in until
		? until.instant.diff(from.instant).as('minutes')
		: undefined;
}

/** The API keeps answers as texts by the labels of their questions; what has no answer is left out. */
function answersOf(attendee: AppointmentAttendee | undefined): string | undefined {
	const answers = Object.entries(attendee?.notes ?? {}).filter(([, answer]) => !isBlank(answer));
	return (
		answers.map(([question, answer]) => `${question}: ${textOf(answer)}`).join('; ') || undefined
	);
}

function textOf(answer: unknown): string {
	return typeof answer === 'object' ? JSON.stringify(answer) : String(answer);
}
