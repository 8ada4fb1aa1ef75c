import type { Json } from '../../contract/json.cts';
import { subject } from '../access.cts';
import { notFound, refusal } from '../errors.cts';
import type { Appointment } from '../records/bookings.cts';
import type { User } from '../records/people.cts';
import { appointmentOnWire } from '../wire.cts';
import { ok, uuidParam, type Answer, type Call, type Route } from './route.cts';
import { number, text } from '../values.cts';

/** Appointments are for those who host them and for admins of their company. */
export function maySee(user: User, { companyId, hostIds }: Appointment): boolean {
	return companyId === user.companyId && (user.isAdmin || hostIds.includes(user.id));
}

/** The appointment of the path, where the caller may see it. */
export function visibleAppointment(call: Call): Appointment {
	const appointment = call.state.appointments.get(uuidParam(call, 'id'));
	if (!appointment || !maySee(call.caller.user, appointment)) throw notFound('Appointment');
	return appointment;
}

function getAppointment(call: Call): Answer {
	return ok(appointmentOnWire(call.state, visibleAppointment(call)));
}

/** Cancelled ones are listed too. The order without `sortBy` is unpublished: by start, earliest first. */
function listAppointments(call: Call): Answer {
	const { query, state } = call;
	const user = subject(call, call.caller, text(query.userId));
	const from = instant(query.start);
	const to = instant(query.end);
	const book = state.appointments;
	const ordered =
		query.sortBy === 'appointment.createdAt'
			? book
					.sorted(user.id, 'createdAt')
					.filter(({ start }) => (!from || start >= from) && (!to || start <= to))
			: book.of(user.id, from, to);
	const filters = filtersOf(query);
	const matches = filters.length
		? ordered.filter((appointment) => filters.every((passes) => passes(appointment)))
		: ordered;
	const page = slice(matches, number(query.page) ?? 0, number(query.pageSize) ?? 1, query);
	return ok({
		appointments: page.map((appointment) => appointmentOnWire(state, appointment)),
		total: matches.length,
	});
}

function filtersOf(query: Json): Array<(appointment: Appointment) => boolean> {
	const filters: Array<(appointment: Appointment) => boolean> = [];
	const meetingTypeId = text(query.meetingTypeId);
	const search = text(query.search)?.toLowerCase();
	const status = text(query.status);
	if (meetingTypeId) filters.push((appointment) => appointment.meetingTypeId === meetingTypeId);
	if (search) filters.push((appointment) => mentions(appointment, search));
	// The values of this filter are unpublished; these two are a guess.
	if (status === 'confirmed') filters.push(({ cancel }) => cancel === null);
	else if (status === 'cancelled') filters.push(({ cancel }) => cancel !== null);
	else if (status) {
		throw refusal(400, ['status must be one of the following values: confirmed, cancelled']);
	}
	return filters;
}

function mentions({ attendees }: Appointment, search: string): boolean {
	return attendees.some(({ email, fullname, phone }) =>
		[email, fullname, phone].some((value) => value?.toLowerCase().includes(search)),
	);
}

function slice(
	matches: readonly Appointment[],
	page: number,
	pageSize: number,
	{ sortDirection }: Json,
): Appointment[] {
	const first = page * pageSize;
	if (sortDirection !== 'DESC') return matches.slice(first, first + pageSize);
	const end = Math.max(0, matches.length - first);
	return matches.slice(Math.max(0, end - pageSize), end).reverse();
}

/** A time of the query as records hold it. */
function instant(value: unknown): string | undefined {
	const time = text(value);
	return time && new Date(time).toISOString();
}

export const routes: readonly Route[] = [
	{ operationId: 'listAppointments', handle: listAppointments },
	{ operationId: 'getAppointment', handle: getAppointment },
];
