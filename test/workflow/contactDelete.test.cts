import { addContacts, onContacts, writes } from './contacts.cts';
import { failed, failingAlike, jsonOf, refusal } from './outcome.cts';
import { bothCredentials, byId, ids, useStage, wire } from './stage.cts';

const stage = useStage({ forEachTest: true });

const { tomas, greta, foreign } = ids.contacts;
const byEmail = (value: string) => ({ __rl: true, mode: 'email', value });

describe.each(bothCredentials)('with %s', (authentication) => {
	it('deletes a contact; the bookings stay', async () => {
		const bookings = stage.sandbox.state.appointments.size;
		const parameters = onContacts('delete', { contactId: byId(tomas) });
		const { items } = await stage.run({ authentication, ...parameters });
		expect(items).toEqual([{ json: { deleted: true, id: tomas }, pairedItem: { item: 0 } }]);
		expect(stage.sandbox.state.contacts.has(tomas)).toBe(false);
		expect(stage.sandbox.state.appointments.size).toBe(bookings);
		expect(wire(stage)).toEqual([`DELETE /crm/${tomas} 204`]);
	});
});

it('deletes a contact by the mail address', async () => {
	const contactId = byEmail('greta.haddad@example.net');
	const result = await stage.run(onContacts('delete', { contactId }));
	expect(jsonOf(result)).toEqual([{ deleted: true, id: greta }]);
	expect(stage.sandbox.state.contacts.has(greta)).toBe(false);
});

it('does not find a contact of another company', async () => {
	const parameters = onContacts('delete', { contactId: byId(foreign) });
	expect(await failingAlike(stage, parameters)).toEqual(
		failed('Contact: meetergo could not find what was asked for', {
			httpCode: 404,
			code: 'notFound',
			parameter: 'Contact',
		}),
	);
	expect(stage.sandbox.state.contacts.has(foreign)).toBe(true);
});

it('deletes nobody where nobody has the mail address', async () => {
	const contactId = byEmail('haddad@example.net');
	const { details } = await failingAlike(stage, onContacts('delete', { contactId }));
	expect(details).toMatchObject({ code: 'notFound', parameter: 'Contact' });
	expect(writes(stage)).toEqual([]);
});

it('deletes nobody where several have the mail address, and names them', async () => {
	const email = 'twin@example.net';
	const [oldest, other] = addContacts(stage, [{ email }, { email: 'Twin@example.net' }]);
	const parameters = onContacts('delete', { contactId: byEmail(email) });
	expect(await failingAlike(stage, parameters)).toEqual(
		refusal(
			'Contact',
			`several contacts have the mail address ${email}: ${oldest?.id}, ${other?.id}. Choose one of them by its ID.`,
		),
	);
	expect(writes(stage)).toEqual([]);
});
