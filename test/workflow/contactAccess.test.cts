import { onContacts } from './contacts.cts';
import { failed, failingAlike } from './outcome.cts';
import { byId, credentials, ids, useStage } from './stage.cts';

const stage = useStage({ forEachTest: true });

const contactId = byId(ids.contacts.tomas);
const contactFields = { firstName: 'Nora' };

const everything = [
	onContacts('create', { newContactEmail: 'nora@example.net' }),
	onContacts('createMany', { contactEmail: 'nora@example.net' }),
	onContacts('delete', { contactId }),
	onContacts('deleteMany', { contactId }),
	onContacts('get', { contactId }),
	onContacts('getActivity', { contactId }),
	onContacts('getAll'),
	onContacts('getEmails', { contactId }),
	onContacts('update', { contactId, contactFields }),
	onContacts('upsert', { contactEmail: 'nora@example.net' }),
].map((parameters) => [String(parameters.operation), parameters] as const);

it.each(everything)(
	'%s tells a token without the permission for contacts',
	async (_name, given) => {
		const credential = { accessToken: credentials.schedulingOnlyToken };
		expect(await failingAlike(stage, given, { credential })).toEqual(
			failed('meetergo did not allow this', {
				httpCode: 403,
				code: 'permissionDenied',
				description: expect.stringMatching(
					/^A limited token needs the permission CRM\. The token may lack a permission group such as Scheduling or CRM, or the role or the plan/,
				),
			}),
		);
	},
);

it.each(everything)('%s passes with the permission for contacts alone', async (_name, given) => {
	const credential = { accessToken: credentials.crmOnlyToken };
	expect(await stage.run(given, { credential })).toMatchObject({ status: 'success', hints: [] });
});

it.each(everything)('%s asks for nobody to act as with a platform key', async (_name, given) => {
	const result = await stage.run(
		{ ...given, authentication: 'platformApiKey' },
		{ credential: { actingUserId: '' } },
	);
	expect(result.status).toBe('success');
	expect(stage.exchanges.map(({ headers }) => headers['x-meetergo-api-user-id'])).toEqual(
		stage.exchanges.map(() => undefined),
	);
});
