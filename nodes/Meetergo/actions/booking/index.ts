import type { Resource } from '../operation';
import { addGuest } from './addGuest';
import { cancel } from './cancel';
import { confirmPending } from './confirmPending';
import { create } from './create';
import { createNextFree } from './createNextFree';
import { createOneTimeLink } from './createOneTimeLink';
import { declinePending } from './declinePending';
import { get } from './get';
import { getAll } from './getAll';
import { getAllPending } from './getAllPending';
import { getCurrent } from './getCurrent';
import { getToday } from './getToday';
import { reschedule } from './reschedule';
import { sendEmail } from './sendEmail';
import { updateNote } from './updateNote';
import { updateTranscript } from './updateTranscript';

export const booking: Resource = {
	option: { name: 'Booking', value: 'booking' },
	operations: [
		create,
		createNextFree,
		get,
		getAll,
		getToday,
		getCurrent,
		reschedule,
		cancel,
		addGuest,
		updateNote,
		updateTranscript,
		sendEmail,
		createOneTimeLink,
		getAllPending,
		confirmPending,
		declinePending,
	],
};
