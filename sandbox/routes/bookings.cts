import type { Json } from '../../contract/json.cts';
import { checkAttendee } from '../booking/attendee.cts';
import {
	attendeeEmail,
	makeAppointment,
	makeProvisional,
	takeTurn,
	waitsFor,
} from '../booking/book.cts';
import { findPlace } from '../booking/place.cts';
import { refusal } from '../errors.cts';
import type { MeetingType } from '../records/meetingTypes.cts';
import { askedHosts, demandScope, possibleHosts } from '../slots/hosts.cts';
import { created, type Answer, type Call, type Route } from './route.cts';
import { number, text, texts } from '../values.cts';

function createBooking(call: Call): Answer {
	const { body } = call;
	const scope = { hostIds: texts(body.hostIds), queueId: text(body.queueId) };
	demandScope(scope);
	const type = bookableType(call);
	checkAttendee(body, type);
	if (scope.hostIds.some((hostId) => !possibleHosts(call.state, type).includes(hostId))) {
		throw refusal(400, 'hostIds contains a user who does not host this meeting type');
	}
	const duration = durationOf(body, type);
	const start = startOf(body);
	const place = findPlace(call, {
		type,
		hostIds: askedHosts(call.state, type, scope),
		start,
		duration,
		channel: text(body.channel),
		ignoreAvailability: body.ignoreAvailability === true,
	});
	const times = {
		start: new Date(start).toISOString(),
		end: new Date(start + duration * 60_000).toISOString(),
	};
	takeTurn(call, type, place);
	const waiting = waitsFor(type);
	if (waiting) {
		const { id } = makeProvisional(call, waiting, type, place, times, body);
		return created({ bookingType: waiting, provisionalBookingId: id });
	}
	const { id, secret } = makeAppointment(call, type, place, times, body);
	return created({ appointmentId: id, secret, ...attendeeEmail(body) });
}

/** Unknown types are a 400: no 404 is documented for a booking. */
function bookableType({ state, caller, body }: Call): MeetingType {
	const type = state.meetingTypes.get(text(body.meetingTypeId) ?? '');
	if (type?.companyId !== caller.user.companyId) throw refusal(400, 'Meeting type not found');
	if (!type.enabled || type.deletedAt !== null) {
		throw refusal(400, 'Meeting type takes no bookings');
	}
	return type;
}

function durationOf(body: Json, { meetingInfo, meetingOptions }: MeetingType): number {
	const duration = number(body.duration) ?? meetingInfo.duration;
	const allowed = [...new Set([meetingInfo.duration, ...(meetingOptions.allowedDurations ?? [])])];
	if (!allowed.includes(duration)) {
		throw refusal(400, [`duration must be one of the following values: ${allowed.join(', ')}`]);
	}
	return duration;
}

function startOf(body: Json): number {
	const start = Date.parse(text(body.start) ?? '');
	if (Number.isNaN(start)) throw refusal(400, ['start must be a valid ISO 8601 date string']);
	return start;
}

export const routes: readonly Route[] = [
	{ operationId: 'createBooking', handle: createBooking },
];
