import type { Appointment } from '../../api/appointments';
import { clearableText } from '../../fields/basic';
import { timezone } from '../../fields/time';
import { v4 } from '../../transport/path';
import { column, type Columns } from '../output/columns';
import { perItem } from '../perItem';
import { summary } from './booking.columns';
import { bookingId } from './booking.fields';
import { writeTexts } from './writeTexts';

const note = clearableText({
	displayName: 'Note',
	name: 'note',
	placeholder: 'e.g. Brings the plans of the house',
	description: 'Takes the place of the whole note. Leave it empty to remove the note.',
	rows: 4,
});

const notedColumns: Columns<Appointment> = {
	...summary,
	note: column('The note as it is now', (booking) => booking.note || null),
};

export const updateNote = perItem({
	option: {
		name: 'Update Note',
		value: 'updateNote',
		description: 'Replace the note of a booking, which hosts see and attendees do not',
		action: 'Replace the note of a booking',
	},
	actingUser: 'required',
	effect: 'change',
	fields: { bookingId, note },
	options: { timezone },
	run: async ({ bookingId: id, note: text }, api) =>
		await writeTexts(id, v4`/appointment/${id}/notes`, { note: text ?? '' }, api),
	simplify: notedColumns,
});
