import { DateTime } from 'luxon';
import type { AnswerKind, Asked } from '../../api/questions';
import { isBlank, shown } from '../../fields/field';
import { readInstant } from '../../fields/instant';

/** An answer as bookings keep it, nothing where there is none, or what is wrong with it. */
export type AnswerReading = { readonly text?: string } | { readonly refusal: string };

/**
 * An answer as text. How meetergo writes answers that are no text in its own pages is not documented: a choice is the
 * `value` of its option, a switch is `yes` or `no`, a date is a day such as 2026-03-03, several choices stand between commas.
 * @param zone IANA zone in which a time falls on a day
 */
export function answerText(asked: Asked, value: unknown, zone: string): AnswerReading {
	const isNothing = isBlank(value) || (Array.isArray(value) && value.every(isBlank));
	return isNothing ? {} : readers[asked.kind](value, asked, zone);
}

type Reader = (value: unknown, asked: Asked, zone: string) => AnswerReading;

const readers: Readonly<Record<AnswerKind, Reader>> = {
	text: (value, _asked, zone) => joined(listOf(value, false).map((part) => plainText(part, zone))),
	number: (value) =>
		(typeof value === 'number' || typeof value === 'string') && Number.isFinite(Number(value))
			? { text: String(value).trim() }
			: { refusal: `must be a number, but is ${shown(value)}` },
	yesNo: readSwitch,
	// A box that is not ticked is not answered: a required one has to be ticked.
	tick(value) {
		const reading = readSwitch(value);
		return 'text' in reading && reading.text === 'no' ? {} : reading;
	},
	date: readDay,
	choice: (value, asked) => readChoice(value, asked),
	choices(value, asked) {
		const whole = readChoice(value, asked);
		// The label of an option may itself hold a comma.
		return 'text' in whole
			? whole
			: joined(listOf(value, true).map((part) => readChoice(part, asked)));
	},
};

const switches = new Map([
	['true', 'yes'],
	['yes', 'yes'],
	['false', 'no'],
	['no', 'no'],
]);

function readSwitch(value: unknown): AnswerReading {
	const text = switches.get(String(value).trim().toLowerCase());
	return text === undefined ? { refusal: `must be yes or no, but is ${shown(value)}` } : { text };
}

const DAY = /^\d{4}-\d\d-\d\d(?![\d-])/;

/** Birthdays lie before the times that bookings know, so ISO 8601 is read for any year. */
function readDay(value: unknown, _asked: Asked, zone: string): AnswerReading {
	if (typeof value === 'string' && DAY.test(value.trim())) {
		const day = DateTime.fromISO(value.trim().replace(' ', 'T'), { zone }).toISODate();
		if (day !== null) return { text: day };
	}
	const reading = readInstant(value, zone);
	return 'instant' in reading
		? { text: reading.instant.toISODate() }
		: { refusal: `must be a date such as 2026-03-03, but is ${shown(value)}` };
}

/** Labels are what people see, values what forms keep; either names an option, in any case. */
function readChoice(value: unknown, { options }: Asked): AnswerReading {
	const given = typeof value === 'string' ? value.trim() : value;
	const names = (name: string) => name.trim().toLowerCase() === String(given).toLowerCase();
	const chosen = options.find((one) => names(one.value)) ?? options.find((one) => names(one.label));
	if (chosen !== undefined) return { text: chosen.value };
	const known = options.map(({ label }) => label).join(', ');
	return { refusal: `is none of its options: ${shown(given)}. Choose from: ${known}` };
}

/** A time that an expression gives as such stands for itself; other objects have no text. */
function plainText(value: unknown, zone: string): AnswerReading {
	if (typeof value !== 'object' || value === null) return { text: String(value) };
	const reading = readInstant(value, zone);
	return 'instant' in reading
		? { text: reading.instant.toISO() }
		: { refusal: `must be text, but holds ${shown(value)}` };
}

/** The parts of an answer that may be a list. */
function listOf(value: unknown, hasCommas: boolean): unknown[] {
	if (Array.isArray(value)) return value.filter((part) => !isBlank(part));
	return hasCommas && typeof value === 'string'
		? value.split(',').filter((part) => !isBlank(part))
		: [value];
}

function joined(parts: readonly AnswerReading[]): AnswerReading {
	return (
		parts.find((part) => 'refusal' in part) ?? {
			text: parts.map((part) => ('text' in part ? part.text : '')).join(', '),
		}
	);
}
