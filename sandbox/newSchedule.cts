import { isRecord, list, record, type Json } from '../contract/json.cts';
import { refusal } from './errors.cts';
import {
	WEEKDAYS,
	type Availability,
	type Hours,
	type ScheduleException,
	type Week,
} from './records/schedules.cts';
import { demandZone } from './validation.cts';
import { text } from './values.cts';
import type { World } from './world.cts';

/**
 * The schedule that a body asks for, not stored yet and nobody's default. The body fits the contract;
 * zone, hours and exceptions are checked here, with `at` (`availability.`) before their names.
 */
export function newSchedule(
	{ state, clock }: World,
	owner: { readonly id: string; readonly companyId: string },
	wish: Json,
	at = '',
): Availability {
	demandZone(`${at}timezone`, wish.timezone);
	const now = clock.iso();
	return {
		id: state.ids.uuid('availability'),
		companyId: owner.companyId,
		userId: owner.id,
		name: text(wish.name) ?? 'Working hours',
		timezone: text(wish.timezone) ?? 'UTC',
		schedule: weekOf(wish.schedule, `${at}schedule`),
		availabilityExceptions: list(wish.exceptions).map((exception, index) => ({
			...exceptionOf(record(exception), `${at}exceptions.${index}`),
			id: state.ids.number('exception'),
			createdAt: now,
			deletedAt: null,
		})),
		isDefault: false,
		createdAt: now,
		deletedAt: null,
	};
}

/** All seven days; those that are not given are closed. */
export function weekOf(wish: unknown, at: string): Week {
	const days = record(wish);
	return Object.fromEntries(
		WEEKDAYS.map((weekday) => {
			const { enabled, hours } = record(days[weekday]);
			const ranges = list(hours)
				.filter(isRecord)
				.map(({ start, end }) => ({ start: String(start), end: String(end) }));
			const wrong = wrongWith(ranges);
			if (wrong) throw refusal(400, [`${at}.${weekday}.hours ${wrong}`]);
			return [weekday, { enabled: enabled === true, hours: ranges }];
		}),
	);
}

function wrongWith(ranges: readonly Hours[]): string | undefined {
	if (ranges.some(({ start, end }) => start >= end)) return 'must end after they start';
	const ordered = [...ranges].sort((a, b) => (a.start < b.start ? -1 : 1));
	const overlap = ordered.some(({ end }, index) => end > (ordered[index + 1]?.start ?? end));
	return overlap ? 'must not overlap' : undefined;
}

function exceptionOf(
	wish: Json,
	at: string,
): Pick<ScheduleException, 'available' | 'start' | 'end' | 'title' | 'note'> {
	const start = instantOf(wish.start, `${at}.start`);
	const end = instantOf(wish.end, `${at}.end`);
	if (start >= end) throw refusal(400, [`${at}.end must be after its start`]);
	return {
		available: wish.available === true,
		start,
		end,
		title: text(wish.title) ?? null,
		note: text(wish.note) ?? null,
	};
}

/** Exceptions are absolute ranges, so a time without an offset says too little. */
function instantOf(value: unknown, at: string): string {
	const given = text(value) ?? '';
	const time = /(Z|[+-]\d\d:?\d\d)$/i.test(given) ? Date.parse(given) : Number.NaN;
	if (Number.isNaN(time)) throw refusal(400, [`${at} must be a valid ISO 8601 date string`]);
	return new Date(time).toISOString();
}
