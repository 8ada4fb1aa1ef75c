import type { Label } from './basic';
import { type Field, isBlank, shown } from './field';

/** A time of day on the clock of some zone, `HH:mm`; such texts compare as times. */
export type TimeOfDay = string;

const CLOCK = /^(\d{1,2})(?:[:.]([0-5]\d))?(?::00)?\s*(?:([ap])\.?m\.?)?$/i;

/** Reads `9`, `9:00`, `09:00`, `09:00:00` or `9 am`; `undefined` for anything else, `24:00` included. */
export function readTimeOfDay(text: string): TimeOfDay | undefined {
	const [, digits, minute = '00', half] = CLOCK.exec(text.trim()) ?? [];
	if (digits === undefined) return undefined;
	const hour = half === undefined ? Number(digits) : hourOf(Number(digits), half);
	return hour === undefined || hour > 23 ? undefined : `${twoDigits(hour)}:${minute}`;
}

/** The hour of a clock with two halves, on which noon and midnight are 12. */
function hourOf(hour: number, half: string): number | undefined {
	if (hour < 1 || hour > 12) return undefined;
	return (hour % 12) + (/p/i.test(half) ? 12 : 0);
}

function twoDigits(number: number): string {
	return String(number).padStart(2, '0');
}

/** Why a text is no time of day, as a sentence without its full stop. */
export function notATimeOfDay(text: string): string {
	return /^24(?:[:.]00)?$/.test(text.trim())
		? `${shown(text)} is not a time of day: the last one is 23:59, and hours after midnight belong to the next day`
		: `${shown(text)} is not a time of day`;
}

/** A time of day; blank text counts as not set. */
export function optionalTimeOfDay(
	label: Label & { readonly default?: TimeOfDay },
): Field<TimeOfDay | undefined> {
	const { default: preset = '', ...visible } = label;
	return {
		properties: [{ ...visible, type: 'string', default: preset }],
		read(form) {
			const value = form.value(label.name);
			if (isBlank(value)) return undefined;
			// A number with a fraction is a spreadsheet's share of a day, not hours and minutes.
			const isShare = typeof value === 'number' && !Number.isInteger(value);
			const time = isShare ? undefined : readTimeOfDay(String(value));
			const example = 'Write it as in 09:00 or 17:30';
			return time ?? form.refuse(label.displayName, `${notATimeOfDay(String(value))}. ${example}`);
		},
	};
}

/** A time of day that must be there. */
export function timeOfDay(label: Label & { readonly default?: TimeOfDay }): Field<TimeOfDay> {
	const { properties, read } = optionalTimeOfDay(label);
	return {
		properties,
		read: (form) => read(form) ?? form.refuse(label.displayName, 'must not be empty'),
	};
}
