import { type CrmEmail, emailsOf } from '../../api/contacts';
import { paging } from '../../fields/paging';
import { timezone } from '../../fields/time';
import { type Columns, column } from '../output/columns';
import { zonedTime } from '../output/zonedTime';
import { perItem } from '../perItem';
import { contactId, whoMay } from './contact.fields';
import { contactIdOf } from './findContacts';

const columns: Columns<CrmEmail> = {
	id: column('ID of the mail in meetergo', ({ id }) => id),
	sentAt: column('When it was sent, in Time Zone', ({ sentAt }, zone) => zonedTime(sentAt, zone)),
	direction: column('Whether it came in or went out', ({ direction }) => direction),
	subject: column('What it is about', ({ subject }) => subject),
	snippet: column('How it begins', ({ snippet }) => snippet),
	fromEmail: column('Mail address of the sender', ({ fromEmail }) => fromEmail),
	toEmails: column('Mail addresses it went to, separated by commas', ({ toEmails }) =>
		toEmails?.join(', '),
	),
	threadId: column('ID of the conversation it belongs to', ({ threadId }) => threadId),
	url: column('Address of the mail at its provider', ({ providerUrl }) => providerUrl),
};

export const getEmails = perItem({
	option: {
		name: 'Get Emails',
		value: 'getEmails',
		description: 'Get the mails with a contact that meetergo has synced from a mailbox',
		action: 'Get the synced mails of a contact',
	},
	actingUser: 'optional',
	effect: 'read',
	whoMay,
	fields: { contactId, limit: paging },
	options: { timezone },
	async *run({ contactId: reference, limit }, api) {
		yield* api.list(emailsOf(await contactIdOf(reference, api)), {}, limit);
	},
	simplify: columns,
});
