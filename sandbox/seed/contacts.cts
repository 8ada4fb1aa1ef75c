import { PLAIN_CONTACT } from '../contacts/write.cts';
import type { Contact, CrmEmail } from '../records/contacts.cts';
import type { State } from '../state.cts';
import { ids } from './wellKnown.cts';

type Name = keyof typeof ids.contacts;

const { lena, james, priya } = ids.users;
const { berg } = ids.crmCompanies;
const { tomas } = ids.contacts;

/** In the order in which they were made, a day apart. */
const CONTACTS: ReadonlyArray<readonly [Name, Partial<Contact>]> = [
	[
		'tomas',
		{
			firstName: 'Tomas',
			lastName: 'Berg',
			email: 'tomas.berg@example.net',
			phoneNumber: '+47 22 55 01 00',
			language: 'no',
			tags: ['Customer', 'Heat pump'],
			notes: 'Prefers mornings',
			crmCompanyId: berg,
			accountOwnerId: lena,
			additionalData: { industry: 'construction', budget: 24000, newsletter: true },
		},
	],
	[
		'amina',
		{
			firstName: 'Amina',
			lastName: 'Costa',
			email: 'amina.costa@example.net',
			language: 'en',
			tags: ['Lead'],
			accountOwnerId: james,
		},
	],
	['bruno', { firstName: 'Bruno', lastName: 'Duarte', email: 'bruno.duarte@example.net' }],
	[
		'chidi',
		{
			firstName: 'Chidi',
			lastName: 'Eriksen',
			email: 'chidi.eriksen@example.net',
			tags: ['Customer'],
			noShowCount: 1,
		},
	],
	['elif', { firstName: 'Elif', lastName: 'Fontaine', phoneNumber: '+43 1 555 0142' }],
	[
		'farid',
		{
			firstName: 'Farid',
			lastName: 'Garcia',
			email: 'farid.garcia@example.net',
			crmCompanyId: berg,
			accountOwnerId: priya,
			address: { line1: 'Storgata 12', city: 'Oslo', zip: '0184', country: 'Norway' },
			title: 'Head of procurement',
			employer: 'Berg Heating',
			seniority: 'Senior',
			function: 'Procurement',
			location: 'Oslo',
			additionalData: { industry: 'energy', company_size: '11-to-50' },
		},
	],
	[
		'greta',
		{
			firstName: 'Greta',
			lastName: 'Haddad',
			email: 'Greta.Haddad@Example.net',
			tags: ['Lead', 'Trade fair'],
			additionalData: { lead_source: 'trade-fair' },
		},
	],
	['office', { email: 'office@example.net' }],
	[
		'foreign',
		{
			companyId: ids.foreignCompany,
			firstName: 'Tomas',
			lastName: 'Berg',
			email: 'tomas.berg@example.net',
			tags: ['Customer'],
		},
	],
];

/** The contacts of two companies, and what was noted of and written to one of them. */
export function seedContacts(state: State): void {
	for (const [index, [name, own]] of CONTACTS.entries()) {
		const id = ids.contacts[name];
		const made = `2025-09-${String(index + 1).padStart(2, '0')}T08:00:00.000Z`;
		const basics = { id, companyId: ids.company, createdAt: made, updatedAt: made };
		state.contacts.set(id, { ...PLAIN_CONTACT, ...basics, ...own });
	}
	state.crmCompanies.set(berg, { id: berg, companyId: ids.company, name: 'Berg Heating' });
	state.crmNotes.set(ids.crmNotes.tomas, {
		id: ids.crmNotes.tomas,
		contactId: tomas,
		authorId: lena,
		content: 'The cellar floods in spring.',
		createdAt: '2025-10-02T08:00:00.000Z',
	});
	for (const each of emails()) state.crmEmails.set(each.id, each);
}

function emails(): CrmEmail[] {
	const [his, hers] = ['tomas.berg@example.net', 'lena.okafor@example.org'];
	return [
		email(ids.crmEmails.question, '2025-10-01T08:00:00.000Z', {
			subject: 'Heat pump for the cellar',
			snippet: 'Dear Ms Okafor, we are thinking of',
			fromEmail: his,
			toEmails: [hers],
			direction: 'inbound',
		}),
		email(ids.crmEmails.answer, '2025-10-01T09:00:00.000Z', {
			subject: 'Re: Heat pump for the cellar',
			snippet: 'Dear Mr Berg, please pick a time for',
			fromEmail: hers,
			toEmails: [his],
			direction: 'outbound',
		}),
	];
}

function email(
	id: string,
	at: string,
	own: Pick<CrmEmail, 'subject' | 'snippet' | 'fromEmail' | 'toEmails' | 'direction'>,
): CrmEmail {
	return {
		...own,
		id,
		contactId: tomas,
		externalMessageId: `message-${id}`,
		threadId: 'thread-heat-pump',
		sentAt: at,
		provider: 'google',
		dealId: null,
		providerUrl: null,
		createdAt: at,
	};
}
