import { DateTime } from 'luxon';

import { fieldRefusal, refusal } from '../errors.cts';
import { slotAnswer } from '../slots/answer.cts';
import { askedHosts, demandScope } from '../slots/hosts.cts';
import { demandZone } from '../validation.cts';
import { ok, type Answer, type Call, type Route } from './route.cts';
import { number, text, texts } from '../values.cts';

/** Dates mean midnight in the asked zone, so that a window of one day ends on the next. */
function readInstant(field: string, value: unknown, zone: string): number {
	const time = DateTime.fromISO(text(value) ?? '', { zone });
	if (!time.isValid) throw fieldRefusal(field, `${field} must be a valid ISO 8601 date string`);
	return time.toMillis();
}

function getBookingAvailability(call: Call): Answer {
	const { caller, state, query } = call;
	const scope = { hostIds: texts(query.hostIds), queueId: text(query.queueId) };
	demandScope(scope);
	demandZone('timezone', query.timezone);
	const zone = text(query.timezone) ?? 'UTC';
	const window = {
		start: readInstant('start', query.start, zone),
		end: readInstant('end', query.end, zone),
	};
	const type = state.meetingTypes.get(text(query.meetingTypeId) ?? '');
	// No 404 is documented here.
	if (type?.companyId !== caller.user.companyId) throw refusal(400, 'Meeting type not found');
	return ok(
		slotAnswer(call, {
			type,
			hostIds: askedHosts(state, type, scope),
			window,
			zone,
			duration: number(query.meetingDuration) ?? type.meetingInfo.duration,
			channel: text(query.channel),
			existingAppointmentId: text(query.existingAppointmentId),
			skipNotice: query.skipEarliestBookingCalculation === true,
			everyone: query.calculationMethod === 'everyone',
			hideGroupAppointments: query.hideGroupAppointments === true,
			troubleshoot: query.troubleshoot === true,
		}),
	);
}

export const bookingAvailabilityRoutes: readonly Route[] = [
	{ operationId: 'getBookingAvailability', handle: getBookingAvailability },
];
