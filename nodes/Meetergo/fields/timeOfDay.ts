import type { Label } from './basic';
import { type Field, isBlank, shown } from './field';

/** A time of day on the clock of some zone, `HH:mm`; such texts compare as times. */
export type TimeOfDay = string;

const CLOCK = /^([01]?\d|2[0-3])(?:[:.]([0-5]\d))?(?::00)?$/;

/** Reads `9`, `9:00`, `09:00` or `09:00:00`; `undefined` for anything else. */
export function readTimeOfDay(text: string): TimeOfDay | undefined {
	const [, hour, minute = '00'] = CLOCK.exec(text.trim()) ?? [];
	return hour === undefined ? undefined : `${hour.padStart(2, '0')}:${minute}`;
}

/** A time of day that must be there. */
export function timeOfDay(label: Label & { readonly default?: TimeOfDay }): Field<TimeOfDay> {
	const { default: preset = '', ...visible } = label;
	return {
		properties: [{ ...visible, type: 'string', default: preset }],
		read(form) {
			const value = form.value(label.name);
			if (isBlank(value)) return form.refuse(label.displayName, 'must not be empty');
			return (
				readTimeOfDay(String(value)) ??
				form.refuse(
					label.displayName,
					`${shown(value)} is not a time of day. Write it as in 09:00 or 17:30`,
				)
			);
		},
	};
}
