import { addContacts, onContacts } from './contacts.cts';
import { column, failed, failingAlike, jsonOf } from './outcome.cts';
import { bothCredentials, byId, ids, useStage, wire } from './stage.cts';

/* What happened with a contact, and the mails with one. */

const stage = useStage({ forEachTest: true });

const { tomas, foreign } = ids.contacts;
const { crmEmails, crmNotes, appointments } = ids;
const activity = (more = {}) => onContacts('getActivity', { contactId: byId(tomas), ...more });
const mails = (more = {}) => onContacts('getEmails', { contactId: byId(tomas), ...more });
const byEmail = { __rl: true, mode: 'email', value: 'tomas.berg@example.net' };

/** Notes on Tomas, so that there are more than a page holds. */
function addNotes(count: number): void {
	const { crmNotes: notes } = stage.sandbox.state;
	const note = notes.get(ids.crmNotes.tomas);
	if (note === undefined) throw new Error('The note is missing');
	for (let number = 0; number < count; number += 1) {
		const createdAt = new Date(Date.parse('2025-01-01T08:00:00Z') + number * 60_000).toISOString();
		notes.set(`note-${number}`, { ...note, id: `note-${number}`, createdAt });
	}
}

function addEmails(count: number): void {
	const { crmEmails: emails } = stage.sandbox.state;
	const email = emails.get(ids.crmEmails.answer);
	if (email === undefined) throw new Error('The mail is missing');
	for (let number = 0; number < count; number += 1) {
		emails.set(`mail-${number}`, { ...email, id: `mail-${number}` });
	}
}

describe.each(bothCredentials)('with %s', (authentication) => {
	it('gets what happened with a contact, the latest first', async () => {
		const result = await stage.run({ authentication, ...activity() });
		expect(column(result, 'id')).toEqual([
			appointments.confirmed,
			crmNotes.tomas,
			crmEmails.answer,
			crmEmails.question,
		]);
		expect(jsonOf(result).slice(0, 3)).toEqual([
			{
				id: appointments.confirmed,
				type: 'meeting',
				occurredAt: '2026-03-10T09:00:00.000+01:00',
				title: 'Site survey',
				summary: null,
				direction: null,
				status: 'confirmed',
				ownerName: 'Lena Okafor',
			},
			expect.objectContaining({
				type: 'note',
				summary: 'The cellar floods in spring.',
				ownerName: 'Lena Okafor',
			}),
			expect.objectContaining({
				type: 'email',
				title: 'Re: Heat pump for the cellar',
				direction: 'outbound',
				ownerName: null,
			}),
		]);
		expect(wire(stage)).toEqual([`GET /crm/contacts/${tomas}/activity 200`]);
	});

	it('gets the mails with a contact', async () => {
		const result = await stage.run({ authentication, ...mails() });
		expect(jsonOf(result)).toEqual([
			{
				id: crmEmails.answer,
				sentAt: '2025-10-01T11:00:00.000+02:00',
				direction: 'outbound',
				subject: 'Re: Heat pump for the cellar',
				snippet: 'Dear Mr Berg, please pick a time for',
				fromEmail: 'lena.okafor@example.org',
				toEmails: 'tomas.berg@example.net',
				threadId: 'thread-heat-pump',
				url: null,
			},
			expect.objectContaining({ id: crmEmails.question, direction: 'inbound' }),
		]);
	});
});

it('gets all activity, a page of 50 after the other, each entry once', async () => {
	addNotes(120);
	const found = column(await stage.run(activity({ returnAll: true })), 'id');
	expect(found).toHaveLength(124);
	expect(new Set(found).size).toBe(124);
	expect(stage.exchanges.map(({ query }) => [query.limit, query.cursor])).toEqual([
		['50', undefined],
		['50', expect.any(String)],
		['50', expect.any(String)],
	]);
});

it('gets some kinds of activity, and no more than the limit', async () => {
	addNotes(3);
	const filters = { types: ['note', 'email'] };
	const result = await stage.run(activity({ filters, limit: 3 }));
	expect(column(result, 'type')).toEqual(['note', 'email', 'email']);
	expect(stage.exchanges.map(({ query }) => query)).toEqual([
		{ types: ['note', 'email'], limit: '3' },
	]);
});

it('gets all mails over several pages, each once', async () => {
	addEmails(130);
	const found = column(await stage.run(mails({ returnAll: true })), 'id');
	expect(new Set(found).size).toBe(132);
	expect(stage.exchanges.map(({ query }) => query)).toEqual([
		{ limit: '100', offset: '0' },
		{ limit: '100', offset: '100' },
	]);
});

it.each(['getActivity', 'getEmails'])('%s finds the contact by the mail address', async (name) => {
	const result = await stage.run(onContacts(name, { contactId: byEmail, limit: 1 }));
	expect(result.items).toHaveLength(1);
	expect(wire(stage)[0]).toBe('GET /crm 200');
});

it.each(['getActivity', 'getEmails'])('%s gives nothing of somebody new', async (name) => {
	const [contact] = addContacts(stage, [{ email: 'new@example.net' }]);
	const { items, status } = await stage.run(
		onContacts(name, { contactId: byId(contact?.id ?? '') }),
	);
	expect({ items, status }).toEqual({ items: [], status: 'success' });
});

it.each(['getActivity', 'getEmails'])('%s does not find a stranger', async (name) => {
	const parameters = onContacts(name, { contactId: byId(foreign) });
	expect(await failingAlike(stage, parameters)).toEqual(
		failed('Contact: meetergo could not find what was asked for', {
			httpCode: 404,
			code: 'notFound',
			parameter: 'Contact',
		}),
	);
});

it('gets selected fields of an entry', async () => {
	const output = { output: 'selected', outputFields: 'type, source, owner.email' };
	const result = await stage.run(activity({ limit: 1, ...output }));
	expect(jsonOf(result)).toEqual([
		{ type: 'meeting', source: 'appointment', 'owner.email': 'lena.okafor@example.org' },
	]);
});
