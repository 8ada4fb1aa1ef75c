import type { Label } from './basic';
import { type Field, type Form, isBlank, required } from './field';
import { type Instant, readInstant } from './instant';
import { readZone } from './zone';

const FORMS = 'ISO 8601, Luxon or Unix time.';

function readMoment(form: Form, label: Label, endOfDay: boolean): Instant | undefined {
	const value = form.value(label.name);
	if (isBlank(value)) return undefined;
	const reading = readInstant(value, form.zone, { endOfDay });
	if ('refusal' in reading) return form.refuse(label.displayName, reading.refusal);
	if (reading.note !== undefined) form.note(`${label.displayName}: ${reading.note}`);
	return reading.instant;
}

/** A point in time. A day without a time is its beginning, or with `endOfDay` its end. */
export function moment(
	label: Label,
	options: { readonly endOfDay?: boolean } = {},
): Field<Instant | undefined> {
	return {
		properties: [{ ...label, type: 'dateTime', default: '' }],
		read: (form) => readMoment(form, label, options.endOfDay === true),
	};
}

/** When something starts. */
export const start = required(
	moment({
		displayName: 'Start',
		name: 'start',
		description: `${FORMS} Without an offset, in Time Zone.`,
		placeholder: 'e.g. 2026-03-03T09:00:00',
	}),
	'Start',
);

/** A window that has both ends, `{ from, until }`. A day without a time stands for the whole day. */
export const timeWindow: Field<{ readonly from: Instant; readonly until: Instant }> = (() => {
	const end = required(
		moment(
			{
				displayName: 'End',
				name: 'end',
				description: `${FORMS} A day without a time counts to its end.`,
				placeholder: 'e.g. 2026-03-10',
			},
			{ endOfDay: true },
		),
		'End',
	);
	return {
		properties: [...start.properties, ...end.properties],
		read(form) {
			const window = { from: start.read(form), until: end.read(form) };
			if (window.until <= window.from) return form.refuse('End', 'must be after Start');
			return window;
		},
	};
})();

/** The open-ended window of a list's filters, `{ from?, until? }`. */
export const startsWithin: Field<{ readonly from?: Instant; readonly until?: Instant }> = (() => {
	const from = moment({
		displayName: 'Starts After',
		name: 'start',
		description: `Only what starts at or after this time. ${FORMS}`,
		placeholder: 'e.g. 2026-03-02',
	});
	const until = moment(
		{
			displayName: 'Starts Before',
			name: 'end',
			description: `Only what starts before this time. ${FORMS} A day without a time counts to its end.`,
			placeholder: 'e.g. 2026-03-08',
		},
		{ endOfDay: true },
	);
	return {
		properties: [...from.properties, ...until.properties],
		read(form) {
			const window = { from: from.read(form), until: until.read(form) };
			if (window.from && window.until && window.until <= window.from) {
				return form.refuse('Starts Before', 'must be after Starts After');
			}
			return window;
		},
	};
})();

/** The zone of times without an offset and of the times in the output; the form itself applies it. */
export const timezone: Field<string> = {
	properties: [
		{
			displayName: 'Time Zone',
			name: 'timezone',
			type: 'string',
			default: '',
			placeholder: 'e.g. Europe/Berlin',
			description:
				"Zone of times without an offset, and of the output. Empty means the workflow's.",
		},
	],
	read: (form) => form.zone,
};

/** A zone by its IANA name. */
export function zone(label: Label): Field<string | undefined> {
	return {
		properties: [{ ...label, type: 'string', default: '', placeholder: 'e.g. Europe/Berlin' }],
		read(form) {
			const value = form.value(label.name);
			if (isBlank(value)) return undefined;
			const reading = readZone(value);
			return 'zone' in reading ? reading.zone : form.refuse(label.displayName, reading.refusal);
		},
	};
}
