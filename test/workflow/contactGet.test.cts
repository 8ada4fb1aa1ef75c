import type { INodeParameterResourceLocator } from 'n8n-workflow';
import { addContacts, onContacts } from './contacts.cts';
import { failed, failingAlike, hintsOf, jsonOf, refusal } from './outcome.cts';
import { bothCredentials, byId, ids, useStage, wire } from './stage.cts';

const stage = useStage({ forEachTest: true });

const { tomas, farid, greta, foreign } = ids.contacts;
const byEmail = (value: string): INodeParameterResourceLocator => ({
	__rl: true,
	mode: 'email',
	value,
});
const get = (contactId: INodeParameterResourceLocator) => onContacts('get', { contactId });
const ofAttendee = (attendeeId: string) => onContacts('get', { findBy: 'attendee', attendeeId });

describe.each(bothCredentials)('with %s', (authentication) => {
	it('gets a contact by its ID, with the next meeting', async () => {
		const result = await stage.run({ authentication, ...get(byId(tomas)) });
		expect(result.items).toEqual([
			{
				json: {
					id: tomas,
					email: 'tomas.berg@example.net',
					firstName: 'Tomas',
					lastName: 'Berg',
					phone: '+47 22 55 01 00',
					employer: null,
					tags: 'Customer, Heat pump',
					notes: 'Prefers mornings',
					ownerId: ids.users.lena,
					nextMeeting: '2026-03-10T09:00:00.000+01:00',
				},
				pairedItem: { item: 0 },
			},
		]);
		expect(wire(stage)).toEqual(['GET /crm/details 200']);
	});

	it('gets a contact by its mail address, in any case of letters', async () => {
		const result = await stage.run({ authentication, ...get(byEmail('GRETA.haddad@example.net')) });
		expect(jsonOf(result)).toMatchObject([{ id: greta, email: 'Greta.Haddad@Example.net' }]);
		expect(wire(stage)).toEqual(['GET /crm 200']);
	});

	it('gets the contact of an attendee', async () => {
		const result = await stage.run({ authentication, ...ofAttendee(ids.attendees.confirmed) });
		expect(jsonOf(result)).toMatchObject([{ id: tomas }]);
	});
});

it('gets further fields, in the zone asked for', async () => {
	const result = await stage.run({
		...get(byId(farid)),
		output: 'selected',
		outputFields:
			'fullName, jobTitle, department, seniority, location, language, crmCompanyId, addressLine1, zip, city, country, customFields, additionalData.industry, createdAt, updatedAt',
		options: { timezone: 'Asia/Tokyo' },
	});
	expect(jsonOf(result)).toEqual([
		{
			fullName: 'Farid Garcia',
			jobTitle: 'Head of procurement',
			department: 'Procurement',
			seniority: 'Senior',
			location: 'Oslo',
			language: null,
			crmCompanyId: ids.crmCompanies.berg,
			addressLine1: 'Storgata 12',
			zip: '0184',
			city: 'Oslo',
			country: 'Norway',
			customFields: '{"industry":"energy","company_size":"11-to-50"}',
			'additionalData.industry': 'energy',
			createdAt: '2025-09-06T17:00:00.000+09:00',
			updatedAt: '2025-09-06T17:00:00.000+09:00',
		},
	]);
});

it('gets the record as the API tells it, without its wrapper', async () => {
	const result = await stage.run({ ...get(byId(farid)), output: 'raw' });
	expect(stage.exchanges[0]?.responseBody).toEqual({
		item: expect.any(Object),
		appointments: [],
		nextAppointmentIso: null,
	});
	expect(jsonOf(result)).toMatchObject([
		{ id: farid, seniority: 'Senior', appointments: [], nextAppointmentIso: null },
	]);
});

it('takes the oldest of several contacts with one address, and says so', async () => {
	const email = 'twin@example.net';
	const [oldest] = addContacts(stage, [{ email }, { email }]);
	const result = await stage.run(get(byEmail(email)));
	expect(jsonOf(result)).toMatchObject([{ id: oldest?.id }]);
	expect(hintsOf(result)).toEqual([
		'Several contacts share a mail address; of each the oldest was taken: twin@example.net.',
	]);
});

it('does not take one contact that it finds twice for several', async () => {
	const everybody = onContacts('get', { contactId: '={{ $json.who }}' });
	const items = [{ who: tomas }, { who: 'tomas.berg@example.net' }];
	const single = await stage.run(everybody, { items });
	const batch = await stage.run(
		onContacts('deleteMany', { contactId: '={{ $json.who }}', options: { preview: true } }),
		{ items },
	);
	expect([...hintsOf(single), ...hintsOf(batch)]).toEqual([]);
});

it('finds by whatever an expression says', async () => {
	const parameters = { ...ofAttendee(ids.attendees.confirmed), findBy: '={{ "attendee" }}' };
	expect(jsonOf(await stage.run(parameters))).toMatchObject([{ id: tomas }]);
	const nobody = onContacts('get', { findBy: '={{ "contact" }}' });
	expect(await failingAlike(stage, nobody)).toEqual(
		refusal('Contact', 'choose a contact, or give its ID or mail address.'),
	);
});

it.each([
	[
		'an ID',
		get(byId(foreign)),
		`Contact: meetergo could not find what was asked for`,
		'Contact',
		`No contact of this company has the ID ${foreign}.`,
	],
	[
		'a mail address',
		get(byEmail('berg@example.net')),
		`Contact: meetergo could not find what was asked for`,
		'Contact',
		'No contact of this company has the mail address berg@example.net.',
	],
	[
		'an attendee',
		ofAttendee(ids.contacts.tomas),
		'meetergo could not find what was asked for',
		'Attendee ID',
		`The attendee ${tomas} has no contact in meetergo.`,
	],
])('says that nobody has %s', async (_what, parameters, error, parameter, description) => {
	expect(await failingAlike(stage, parameters)).toEqual(
		failed(error, { code: 'notFound', parameter, description }),
	);
});

it('demands an attendee where the contact is found by one', async () => {
	expect(await failingAlike(stage, ofAttendee(' '))).toEqual(
		refusal('Attendee ID', 'must not be empty.'),
	);
	expect(wire(stage)).toEqual([]);
});
