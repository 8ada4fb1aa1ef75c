import { refusal } from '../errors.cts';
import type { Attendee } from '../records/bookings.cts';
import { text } from '../values.cts';
import { maySee } from './appointments.cts';
import type { Answer, Call, Route } from './route.cts';

/** Only keeps the mail: the sandbox sends none. */
function sendQuickMail(call: Call): Answer {
	const { state, clock, body } = call;
	const [title = '', content = ''] = [text(body.title), text(body.content)];
	const empty = Object.entries({ title, content }).filter(([, value]) => value === '');
	if (empty.length) {
		throw refusal(
			400,
			empty.map(([field]) => `${field} should not be empty`),
		);
	}
	const { id, email } = visibleAttendee(call);
	if (!email) throw refusal(400, 'Attendee has no email');
	state.mails.push({ attendeeId: id, title, content, sentAt: clock.iso() });
	return { status: 201 };
}

/** The attendee of an appointment that the caller may see. A 400 otherwise: no 404 is documented here. */
function visibleAttendee({ state, caller, body }: Call): Attendee {
	const attendeeId = text(body.attendeeId) ?? '';
	const appointment = state.appointments.attendedBy(attendeeId);
	const attendee = appointment?.attendees.find(({ id }) => id === attendeeId);
	if (!attendee || !appointment || !maySee(caller.user, appointment)) {
		throw refusal(400, 'Attendee not found');
	}
	return attendee;
}

export const routes: readonly Route[] = [
	{ operationId: 'sendQuickMail', handle: sendQuickMail },
];
