import { notFound, refusal } from '../errors.cts';
import type { Attendee } from '../records/bookings.cts';
import { text } from '../values.cts';
import { visibleAppointment } from './appointments.cts';
import type { Answer, Call, Route } from './route.cts';

/** As many as a booking may bring along. */
const MOST_GUESTS = 5;

function addGuest(call: Call): Answer {
	const { state, clock, body } = call;
	const appointment = visibleAppointment(call);
	const brings = appointment.attendees.find(({ id }) => id === body.attendeeId);
	if (!brings) throw notFound('Attendee');
	const guest = withGuest(brings, text(body.email) ?? '');
	state.appointments.set(appointment.id, {
		...appointment,
		attendees: appointment.attendees.map((attendee) => (attendee === brings ? guest : attendee)),
		updatedAt: clock.iso(),
	});
	return { status: 204 };
}

function withGuest(attendee: Attendee, email: string): Attendee {
	const { bringalongEmails } = attendee;
	if (bringalongEmails.some((known) => known.toLowerCase() === email.toLowerCase())) {
		throw refusal(400, ['email is a guest of this attendee already']);
	}
	if (bringalongEmails.length >= MOST_GUESTS) {
		throw refusal(400, [`email must not be that of guest number ${MOST_GUESTS + 1}`]);
	}
	return { ...attendee, bringalongEmails: [...bringalongEmails, email] };
}

export const routes: readonly Route[] = [{ operationId: 'addGuest', handle: addGuest }];
