import type { IDataObject } from 'n8n-workflow';
import { requiredText } from '../../fields/basic';
import { v4 } from '../../transport/path';
import type { Once } from '../../transport/types';
import { perItem } from '../perItem';
import { attendeeOf, refuseAttendee } from './attendees';
import { nameAttendee } from './booking.columns';
import { bookingId, whichAttendee } from './booking.fields';
import { readBooking } from './readBooking';

const subject = requiredText({
	displayName: 'Subject',
	name: 'subject',
	placeholder: 'e.g. What to bring to our meeting',
	description: 'What the mail is about',
});

const message = requiredText({
	displayName: 'Message',
	name: 'message',
	placeholder: 'e.g. Please bring the plans of the house.',
	description: 'The text of the mail',
	rows: 5,
});

/** Any answer means that the mail is on its way, and most are empty. */
const once: Once<IDataObject> = {
	proof: 'none',
	read: () => ({ sent: true }),
	howToCheck: 'Ask the attendee whether the mail has come before you send it again.',
};

export const sendEmail = perItem({
	option: {
		name: 'Send Email',
		value: 'sendEmail',
		description: 'Send a mail to an attendee; meetergo allows 5 in 5 minutes',
		action: 'Send a mail to an attendee of a booking',
	},
	actingUser: 'required',
	effect: 'change',
	fields: { bookingId, attendee: whichAttendee, subject, message },
	async run({ bookingId: id, attendee: wanted, subject: title, message: content }, api) {
		const attendee = attendeeOf(await readBooking(id, api), wanted, api);
		const who = nameAttendee(attendee);
		if (!attendee.email) {
			const name = who.attendeeName ?? attendee.id;
			return refuseAttendee(`"${name}" has no mail address`, api);
		}
		const mail = { attendeeId: attendee.id, title, content };
		const { record } = await api.once(v4`/attendee/quick-mail`, mail, once);
		return { ...record, bookingId: id, ...who, subject: title };
	},
	gives: {
		sent: '`true`',
		bookingId: 'ID of the booking',
		attendeeName: 'Full name of the attendee',
		attendeeEmail: 'Mail address of the attendee',
		subject: 'What the mail is about',
	},
});
