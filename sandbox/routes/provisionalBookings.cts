import type { Json } from '../../contract/json.cts';
import { attendeeEmail, makeAppointment } from '../booking/book.cts';
import { demandAdmin, subject } from '../access.cts';
import { notFound, refusal } from '../errors.cts';
import type { ProvisionalBooking, ProvisionalStatus } from '../records/bookings.cts';
import { hostsOnWire } from '../wire.cts';
import type { World } from '../world.cts';
import { created, ok, type Answer, type Call, type Route } from './route.cts';
import { number, text } from '../values.cts';

/** A booking that still waits when its start has come has expired. */
function statusOf({ clock }: World, { status, start }: ProvisionalBooking): ProvisionalStatus {
	return status === 'pending' && start <= clock.iso() ? 'expired' : status;
}

/** Without `status` all are listed, in the order they came in; both are guesses. */
function listProvisionalBookings(call: Call): Answer {
	const { caller, state, query } = call;
	const { companyId } = caller.user;
	if (query.all === true || query.meetingTypeId !== undefined) demandAdmin(caller);
	const user = subject(call, caller, text(query.userId));
	const typeId = text(query.meetingTypeId);
	const status = text(query.status);
	const matches = [...state.provisionalBookings.values()].filter(
		(booking) =>
			booking.companyId === companyId &&
			(query.all === true || booking.hostIds.includes(user.id)) &&
			(!typeId || typeId === booking.meetingTypeId) &&
			(!status || status === statusOf(call, booking)),
	);
	const size = number(query.pageSize) ?? 1;
	const first = (number(query.page) ?? 0) * size;
	const page = matches.slice(first, first + size);
	return ok({
		provisionalBookings: page.map((booking) => onWire(call, booking)),
		total: matches.length,
	});
}

function onWire(world: World, booking: ProvisionalBooking): Json {
	const { id, type, dto, meetingTypeId, hostIds, createdAt } = booking;
	const hosts = hostsOnWire(world.state, hostIds);
	const status = statusOf(world, booking);
	return { id, type, dto, meetingTypeId, hosts, status, createdAt, deletedAt: null };
}

function pending(call: Call): ProvisionalBooking {
	const { user } = call.caller;
	const booking = call.state.provisionalBookings.get(call.params.id ?? '');
	if (
		booking?.companyId !== user.companyId ||
		!(user.isAdmin || booking.hostIds.includes(user.id))
	) {
		throw notFound('Provisional booking');
	}
	if (statusOf(call, booking) !== 'pending') {
		throw refusal(400, 'Provisional booking is not pending');
	}
	return booking;
}

/** The sandbox sends no mail for an attendee to click, so this confirms both kinds. */
function confirmProvisionalBooking(call: Call): Answer {
	const { state } = call;
	const booking = pending(call);
	const type = state.meetingTypes.get(booking.meetingTypeId);
	if (!type) throw notFound('Meeting type');
	const { start, end, hostIds, dto } = booking;
	state.provisionalBookings.set(booking.id, { ...booking, status: 'confirmed' });
	const { id, secret } = makeAppointment(call, type, { hostIds }, { start, end }, dto);
	return created({ appointmentId: id, secret, ...attendeeEmail(dto) });
}

function declineProvisionalBooking(call: Call): Answer {
	const booking = pending(call);
	call.state.provisionalBookings.set(booking.id, {
		...booking,
		status: 'declined_by_host',
		declineReason: text(call.body.reason) ?? null,
	});
	return { status: 201 };
}

export const routes: readonly Route[] = [
	{ operationId: 'listProvisionalBookings', handle: listProvisionalBookings },
	{ operationId: 'confirmProvisionalBooking', handle: confirmProvisionalBooking },
	{ operationId: 'declineProvisionalBooking', handle: declineProvisionalBooking },
];
