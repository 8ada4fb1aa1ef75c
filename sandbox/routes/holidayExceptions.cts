import { refusal } from '../errors.cts';
import { publicHolidays, wholeDay, type Holiday } from '../holidays.cts';
import type { Availability, ScheduleException } from '../records/schedules.cts';
import { exceptionRanges } from '../slots/openHours.cts';
import { subtract } from '../slots/ranges.cts';
import { number, text } from '../values.cts';
import { exceptionsOnWire } from '../wire.cts';
import type { World } from '../world.cts';
import { visibleAvailability } from './availabilities.cts';
import { ok, type Answer, type Call, type Route } from './route.cts';

function addHolidayExceptions(call: Call): Answer {
	const { state, body } = call;
	const availability = visibleAvailability(call);
	const country = text(body.country) ?? '';
	const germanState = text(body.germanState);
	if (germanState && country !== 'DE') throw refusal(400, ['germanState must go with country DE']);
	const holidays = publicHolidays(number(body.year) ?? 0, country, germanState);
	const changed = holidays.reduce(
		(schedule, holiday) => withHoliday(call, schedule, holiday),
		availability,
	);
	state.availabilities.set(changed.id, changed);
	return ok(exceptionsOnWire(changed));
}

/** The schedule with a holiday blocked, or as it is when that whole day is blocked already. */
function withHoliday(
	{ state, clock }: World,
	availability: Availability,
	{ date, title }: Holiday,
): Availability {
	const day = wholeDay(date, availability.timezone);
	if (subtract([day], exceptionRanges(availability, false)).length === 0) return availability;
	const exception: ScheduleException = {
		id: state.ids.number('exception'),
		available: false,
		start: new Date(day.start).toISOString(),
		end: new Date(day.end).toISOString(),
		title,
		note: null,
		createdAt: clock.iso(),
		deletedAt: null,
	};
	const { availabilityExceptions } = availability;
	return { ...availability, availabilityExceptions: [...availabilityExceptions, exception] };
}

export const routes: readonly Route[] = [
	{ operationId: 'addHolidayExceptions', handle: addHolidayExceptions },
];
