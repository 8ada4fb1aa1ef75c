import { choice, text } from './basic';
import type { Field, Form } from './field';
import { choices } from './lists';
import { rows } from './rows';
import { timeOfDay } from './timeOfDay';
import { type Week, type Weekday, asWeekday, weekdayChoices, type WeekEntry, weekOf } from './week';
import { readWeekText } from './weekText';

const entered = choice({
	displayName: 'Enter Weekly Hours',
	name: 'weeklyHoursAs',
	description: 'How to enter the open hours of the week',
	options: [
		{ name: 'As Text', value: 'text', description: 'For expressions, e.g. from a spreadsheet' },
		{ name: 'In Rows', value: 'rows', description: 'Day by day, or several days at once' },
	],
	default: 'rows',
});

const days: Field<readonly Weekday[]> = (() => {
	const chosen = choices(
		{
			displayName: 'Days',
			name: 'days',
			description: 'Days that this row is for',
			options: weekdayChoices,
		},
		asWeekday,
	);
	return {
		properties: chosen.properties.map((property) => ({ ...property, required: true })),
		read(form) {
			const named = chosen.read(form);
			return named.length > 0 ? named : form.refuse('Days', 'choose at least one day');
		},
	};
})();

const editor = rows({
	displayName: 'Weekly Hours',
	name: 'weeklyHours',
	placeholder: 'Add hours',
	description:
		"Open hours in the schedule's own time zone. Several rows may name the same day, as for morning and afternoon.",
	groups: {
		open: {
			displayName: 'Open',
			fields: {
				days,
				start: timeOfDay({
					displayName: 'From',
					name: 'from',
					description: 'When the hours begin',
					placeholder: 'e.g. 09:00',
					default: '09:00',
				}),
				end: timeOfDay({
					displayName: 'To',
					name: 'to',
					description: 'When they end, on the same day',
					placeholder: 'e.g. 17:00',
					default: '17:00',
				}),
			},
		},
		closed: { displayName: 'Closed', fields: { days } },
	},
});

const written = text({
	displayName: 'Weekly Hours',
	name: 'weeklyHoursText',
	placeholder: 'e.g. Mon-Fri 09:00-12:00, 13:00-17:00; Sat 10:00-14:00; Sun closed',
	description:
		"Days and hours in the schedule's own time zone, as schedules show them in weeklyHours",
	rows: 2,
});

/** The same as text alone, for forms that are filled by expressions. */
export const weeklyHoursText: Field<Week> = {
	properties: written.properties,
	read: (form) => weekIn(form, writtenEntries(form)),
};

function writtenEntries(form: Form): readonly WeekEntry[] {
	const reading = readWeekText(written.read(form) ?? '');
	return 'entries' in reading ? reading.entries : form.refuse('Weekly Hours', reading.refusal);
}

function rowEntries(form: Form): readonly WeekEntry[] {
	const { open, closed } = editor.read(form);
	return [
		...open.map(({ days: named, start, end }) => ({ days: named, hours: [{ start, end }] })),
		...closed.map(({ days: named }) => ({ days: named, hours: 'closed' as const })),
	];
}

/** Open hours of the days of a week: in rows or as text. Empty when nothing was entered. */
export const weeklyHours: Field<Week> = {
	properties: [
		...entered.properties,
		...editor.properties.map((property) => ({
			...property,
			displayOptions: { show: { weeklyHoursAs: ['rows'] } },
		})),
		...written.properties.map((property) => ({
			...property,
			displayOptions: { show: { weeklyHoursAs: ['text'] } },
		})),
	],
	read: (form) =>
		weekIn(form, entered.read(form) === 'text' ? writtenEntries(form) : rowEntries(form)),
};

function weekIn(form: Form, entries: readonly WeekEntry[]): Week {
	const reading = weekOf(entries);
	return 'week' in reading ? reading.week : form.refuse('Weekly Hours', reading.refusal);
}
