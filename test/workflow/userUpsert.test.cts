import type { INodeParameters } from 'n8n-workflow';
import { adaByron, milaNovak, usersAt } from './adaByron.cts';
import { column, failed, failingAlike, hintsOf, jsonOf, refusal } from './outcome.cts';
import { byId, ids, useStage, wire } from './stage.cts';

const stage = useStage({ forEachTest: true });

const { users } = ids;
const stored = () => stage.sandbox.state.users.get(users.mila);
const writes = () => wire(stage).filter((line) => !line.startsWith('GET'));
const body = () => stage.exchanges.at(-1)?.requestBody;

const mila = {
	id: users.mila,
	email: 'mila.novak@example.org',
	fullName: 'Mila Novak',
	bookingUrl: null,
	scheduleId: ids.availabilities.mila,
	meetingTypeId: null,
	companyId: ids.company,
	slug: 'mila-novak',
};

describe('a user whom nobody has the mail address of', () => {
	it('is created with a schedule and a meeting type', async () => {
		const result = await stage.run(adaByron({ additionalFields: { slug: 'ada-b' } }));
		const [ada] = usersAt(stage, 'ada.byron@example.org');
		const type = [...stage.sandbox.state.meetingTypes.values()].at(-1);
		expect(result.items).toEqual([
			{
				json: {
					id: ada?.id,
					email: 'ada.byron@example.org',
					fullName: 'Ada Byron',
					bookingUrl: `https://cal.meetergo.com/ada-b/${type?.slug}`,
					scheduleId: ada?.defaultAvailabilityId,
					meetingTypeId: type?.id,
					companyId: ids.company,
					slug: 'ada-b',
					change: 'created',
				},
				pairedItem: { item: 0 },
			},
		]);
		expect(hintsOf(result)).toEqual([]);
		expect(wire(stage)).toEqual(['GET /v4/user 200', 'POST /v4/user 201']);
	});

	it('gets all that the form offers for new users', async () => {
		await stage.run(
			adaByron({
				userTimezone: 'Asia/Tokyo',
				weeklyHoursAs: 'text',
				weeklyHoursText: 'Mon 09:00-12:00',
				firstMeetingType: { name: 'First talk', duration: 20 },
			}),
		);
		expect(body()).toMatchObject({
			timezone: 'Asia/Tokyo',
			availability: { timezone: 'Asia/Tokyo' },
			meetingType: { name: 'First talk', duration: 20 },
		});
	});
});

describe('a user who is there', () => {
	it('is left alone where nothing differs', async () => {
		const before = stored();
		const result = await stage.run(milaNovak({ additionalFields: { slug: 'Mila-Novak' } }));
		expect(result.items).toEqual([
			{ json: { ...mila, change: 'unchanged' }, pairedItem: { item: 0 } },
		]);
		expect(wire(stage)).toEqual(['GET /v4/user 200']);
		expect(stored()).toEqual(before);
	});

	it('is changed in what differs, and in nothing else', async () => {
		const given = { familyName: 'Byron', additionalFields: { slug: 'mila-novak' } };
		const result = await stage.run(milaNovak(given));
		expect(jsonOf(result)).toEqual([{ ...mila, fullName: 'Mila Byron', change: 'updated' }]);
		expect(wire(stage)).toEqual(['GET /v4/user 200', `PATCH /v4/user/${users.mila} 200`]);
		expect(body()).toEqual({ familyName: 'Byron' });
	});

	it('is known by a mail address in other letters', async () => {
		const result = await stage.run(
			milaNovak({ email: ' Mila.Novak@Example.ORG', givenName: 'Ada' }),
		);
		expect(column(result, 'id')).toEqual([users.mila]);
		expect(stored()).toMatchObject({ email: 'mila.novak@example.org', givenName: 'Ada' });
	});

	it('keeps the slug where an expression gives none', async () => {
		const given = milaNovak({ additionalFields: { slug: '={{ $json.slug }}' } });
		const result = await stage.run(given, { items: [{}, { slug: '' }, { slug: null }] });
		expect(column(result, 'change')).toEqual(['unchanged', 'unchanged', 'unchanged']);
		expect(writes()).toEqual([]);
	});

	it('tells when meetergo made another slug of it', async () => {
		const result = await stage.run(milaNovak({ additionalFields: { slug: 'mila--n' } }));
		expect(jsonOf(result)).toMatchObject([{ slug: 'mila-n', change: 'updated', notKept: 'slug' }]);
		expect(hintsOf(result)).toEqual([expect.stringContaining('slug')]);
	});

	it('is shown as the API tells it where the raw record is wanted', async () => {
		const result = await stage.run(milaNovak({ output: 'raw' }));
		expect(jsonOf(result)).toMatchObject([{ timezone: 'Europe/Vienna', change: 'unchanged' }]);
	});
});

describe('many items', () => {
	const table = [
		{ email: 'ada.byron@example.org', family: 'Byron' },
		{ email: 'mila.novak@example.org', family: 'Byron' },
		{ email: 'ADA.byron@example.org', family: 'Byron' },
		{ email: 'ada.byron@example.org', family: 'King' },
	];
	const given = adaByron({ email: '={{ $json.email }}', familyName: '={{ $json.family }}' });

	it('see what the items before them did, with one list of users', async () => {
		const result = await stage.run(given, { items: table });
		expect(column(result, 'change')).toEqual(['created', 'updated', 'unchanged', 'updated']);
		expect(new Set(column(result, 'id')).size).toBe(2);
		const [ada, ...others] = usersAt(stage, 'ada.byron@example.org');
		expect({ name: ada?.familyName, others }).toEqual({ name: 'King', others: [] });
		expect(wire(stage).filter((line) => line.startsWith('GET'))).toHaveLength(1);
	});

	it('write nothing when they are run a second time', async () => {
		const items = table.slice(0, 3);
		await stage.run(given, { items });
		stage.checkContract();
		const again = await stage.run(given, { items });
		expect(column(again, 'change')).toEqual(['unchanged', 'unchanged', 'unchanged']);
		expect(wire(stage)).toEqual(['GET /v4/user 200']);
	});
});

describe('what cannot be', () => {
	it.each<[string, INodeParameters, string, string]>([
		['no mail address', { email: '={{ $json.email }}' }, 'Email', 'must not be empty.'],
		['no given name', { givenName: '={{ $json.name }}' }, 'Given Name', 'must not be empty.'],
		[
			'a slug of four letters',
			{ additionalFields: { slug: 'mila' } },
			'User Slug',
			'must have at least 5 characters.',
		],
	])('is refused before anything is asked: %s', async (_what, more, field, reason) => {
		expect(await failingAlike(stage, milaNovak(more))).toEqual(refusal(field, reason));
		expect(wire(stage)).toEqual([]);
	});

	it('is a slug that somebody has', async () => {
		const given = milaNovak({ additionalFields: { slug: 'priya-raman' } });
		const { details } = await failingAlike(stage, given);
		expect(details).toMatchObject({ code: 'requestRefused', parameter: 'User Slug' });
		expect(stored()?.slug).toBe('mila-novak');
	});

	it('is a mail address of another company', async () => {
		const given = adaByron({ email: 'ingrid.solberg@example.org' });
		const { details } = await failingAlike(stage, given);
		expect(details).toMatchObject({ code: 'conflict', parameter: 'Email' });
	});

	it('is to act as somebody who may not list users: nobody is made twice', async () => {
		const given = adaByron({ actingUser: byId(users.james) });
		expect(await failingAlike(stage, given)).toEqual(
			failed('meetergo did not allow this', {
				httpCode: 403,
				code: 'permissionDenied',
				description: expect.stringMatching(
					/^Only admins may list and change the users of a company; act as an admin\. /,
				),
			}),
		);
		expect(writes()).toEqual([]);
	});
});
