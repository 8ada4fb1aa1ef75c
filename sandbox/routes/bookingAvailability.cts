import { DateTime } from 'luxon';

import { fieldRefusal, refusal } from '../errors.cts';
import { slotAnswer, type SlotQuestion } from '../slots/answer.cts';
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

/** What makes two questions the same: who asks, and all of the query but `refreshCache`. */
function keyOf({ caller, query }: Call): string {
	const { refreshCache: _, ...rest } = query;
	return JSON.stringify([caller.user.id, rest]);
}

function getBookingAvailability(call: Call): Answer {
	const { caller, state, query, slotCache } = call;
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
	const question: SlotQuestion = {
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
	};
	const refresh = query.refreshCache === true;
	return ok(slotCache.answer(keyOf(call), refresh, () => slotAnswer(call, question)));
}

export const routes: readonly Route[] = [
	{ operationId: 'getBookingAvailability', handle: getBookingAvailability },
];
