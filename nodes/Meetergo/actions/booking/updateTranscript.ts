import type { Appointment } from '../../api/appointments';
import { clearableText } from '../../fields/basic';
import { updateFields } from '../../fields/collection';
import { timezone } from '../../fields/time';
import { v4 } from '../../transport/path';
import { column, type Columns } from '../output/columns';
import { perItem } from '../perItem';
import { summary } from './booking.columns';
import { bookingId } from './booking.fields';
import { writeTexts } from './writeTexts';

const texts = updateFields({
	summary: clearableText({
		displayName: 'Summary',
		name: 'summary',
		description: 'What came out of the meeting, as Markdown. Added and empty removes the summary.',
		rows: 4,
	}),
	transcription: clearableText({
		displayName: 'Transcription',
		name: 'transcription',
		description: 'What was said, as Markdown. Added and empty removes the transcription.',
		rows: 4,
	}),
});

const transcribedColumns: Columns<Appointment> = {
	...summary,
	transcription: column(
		'The transcription as it is now, as Markdown',
		(booking: Appointment) => booking.transcription,
	),
	summary: column(
		'The summary as it is now, as Markdown',
		(booking: Appointment) => booking.summary,
	),
};

export const updateTranscript = perItem({
	option: {
		name: 'Update Transcript',
		value: 'updateTranscript',
		description: 'Store the transcription or the summary of a booking, or remove them',
		action: 'Replace or remove the transcription or the summary of a booking',
	},
	actingUser: 'required',
	effect: 'change',
	fields: { bookingId, texts },
	options: { timezone },
	run: async ({ bookingId: id, texts: changes }, api) =>
		await writeTexts(id, v4`/appointment/${id}/transcription`, { ...changes }, api),
	simplify: transcribedColumns,
});
