import type { INodeParameters } from 'n8n-workflow';
import { column, failed, failingAlike, hintsOf, jsonOf, refusal } from './outcome.cts';
import { byId, ids, useStage, wire } from './stage.cts';

const stage = useStage({ forEachTest: true });

function create(more: INodeParameters = {}): INodeParameters {
	return {
		authentication: 'platformApiKey',
		resource: 'user',
		operation: 'create',
		email: 'ada.byron@example.org',
		givenName: 'Ada',
		familyName: 'Byron',
		...more,
	};
}

const named = (email: string) =>
	[...stage.sandbox.state.users.values()].filter((user) => user.email === email);
const ada = () => named('ada.byron@example.org')[0];
const scheduleOf = (id: unknown) => stage.sandbox.state.availabilities.get(String(id));
const sent = () => stage.exchanges.find(({ method }) => method === 'POST')?.requestBody;
const posts = () => wire(stage).filter((line) => line.startsWith('POST'));

it('is created with a schedule and a meeting type by one request', async () => {
	const result = await stage.run(create());
	const type = [...stage.sandbox.state.meetingTypes.values()].at(-1);
	expect(result.items).toEqual([
		{
			json: {
				id: ada()?.id,
				email: 'ada.byron@example.org',
				fullName: 'Ada Byron',
				bookingUrl: `https://cal.meetergo.com/ada-byron/${type?.slug}`,
				scheduleId: ada()?.defaultAvailabilityId,
				meetingTypeId: type?.id,
				companyId: ids.company,
			},
			pairedItem: { item: 0 },
		},
	]);
	expect(hintsOf(result)).toEqual([]);
	expect(wire(stage)).toEqual(['GET /v4/user 200', 'POST /v4/user 201']);
	expect(sent()).toEqual({
		email: 'ada.byron@example.org',
		givenName: 'Ada',
		familyName: 'Byron',
		timezone: 'Europe/Vienna',
	});
	expect(type?.userId).toBe(ada()?.id);
});

it('gets what the form offers', async () => {
	const result = await stage.run(
		create({
			userTimezone: 'asia/tokyo',
			weeklyHoursAs: 'text',
			weeklyHoursText: 'Mon-Tue 09:00-12:00, 13:00-17:00; Sat closed',
			firstMeetingType: { name: 'First talk', duration: 20, slug: 'talk', channel: 'google' },
			additionalFields: { slug: 'Ada-B', scheduleName: 'Office' },
		}),
	);
	expect(jsonOf(result)).toMatchObject([{ bookingUrl: 'https://cal.meetergo.com/ada-b/talk' }]);
	expect(ada()).toMatchObject({ slug: 'ada-b', timezone: 'Asia/Tokyo' });
	const long = {
		enabled: true,
		hours: [
			{ start: '09:00', end: '12:00' },
			{ start: '13:00', end: '17:00' },
		],
	};
	const closed = { enabled: false, hours: [] };
	expect(scheduleOf(column(result, 'scheduleId')[0])).toMatchObject({
		name: 'Office',
		timezone: 'Asia/Tokyo',
		schedule: { monday: long, tuesday: long, wednesday: closed, saturday: closed, sunday: closed },
	});
	expect(
		stage.sandbox.state.meetingTypes.get(String(column(result, 'meetingTypeId')[0])),
	).toMatchObject({
		slug: 'talk',
		meetingInfo: { name: 'First talk', duration: 20, channel: 'google' },
	});
});

it('lists users once, however many are created', async () => {
	const items = ['a', 'b', 'c'].map((name) => ({ email: `${name}@example.org` }));
	const result = await stage.run(create({ email: '={{ $json.email }}' }), { items });
	expect(column(result, 'email')).toEqual(['a@example.org', 'b@example.org', 'c@example.org']);
	expect(wire(stage).filter((line) => line.startsWith('GET'))).toHaveLength(1);
});

it('is created without a list where the user acted as may not see one', async () => {
	const result = await stage.run(
		create({ actingUser: byId(ids.users.james), email: '={{ $json.email }}' }),
		{ items: [{ email: 'a@example.org' }, { email: 'b@example.org' }] },
	);
	expect(column(result, 'email')).toEqual(['a@example.org', 'b@example.org']);
	expect(wire(stage)).toEqual(['GET /v4/user 403', 'POST /v4/user 201', 'POST /v4/user 201']);
});

describe('a mail address that somebody has', () => {
	it('in the company is refused by name before anything is created', async () => {
		const given = create({ email: 'Mila.Novak@example.org' });
		expect(await failingAlike(stage, given)).toEqual(
			refusal('Email', 'a user with the address Mila.Novak@example.org exists already.'),
		);
		expect(posts()).toEqual([]);
	});

	it('since the item before is refused as well', async () => {
		const result = await stage.run(create(), { items: [{}, {}], onError: 'continueErrorOutput' });
		expect(result.items).toHaveLength(1);
		expect(result.errors).toMatchObject([
			{ json: { details: { parameter: 'Email' } }, pairedItem: { item: 1 } },
		]);
		expect(posts()).toHaveLength(1);
	});

	it('in another company is refused by meetergo, and named', async () => {
		const given = create({ email: 'ingrid.solberg@example.org' });
		expect(await failingAlike(stage, given)).toMatchObject({
			details: { httpCode: 409, code: 'conflict', parameter: 'Email' },
		});
	});
});

describe('what cannot be', () => {
	it.each<[string, INodeParameters, string, string]>([
		['no mail address', { email: '={{ $json.email }}' }, 'Email', 'must not be empty.'],
		[
			'a mail address without @',
			{ email: 'ada' },
			'Email',
			'"ada" is not a mail address, e.g. ada@example.com.',
		],
		[
			'an unknown zone',
			{ userTimezone: 'Europe/Berln' },
			'Time Zone',
			'"Europe/Berln" is not a time zone. Use the name of a place such as "Europe/Berlin", or "UTC".',
		],
		[
			'a slug of four letters',
			{ additionalFields: { slug: 'ada1' } },
			'User Slug',
			'must have at least 5 characters.',
		],
		[
			'a name for a schedule without hours',
			{ additionalFields: { scheduleName: 'Office' } },
			'Schedule Name',
			'is for hours of your own; enter Weekly Hours as well.',
		],
		[
			'a first meeting of 4 minutes',
			{ firstMeetingType: { duration: 4 } },
			'Duration (Minutes)',
			'must be a whole number from 5 to 480, but is "4".',
		],
	])('is refused before anything is asked: %s', async (_what, more, field, reason) => {
		expect(await failingAlike(stage, create(more))).toEqual(refusal(field, reason));
		expect(wire(stage)).toEqual([]);
	});

	it('is hours that overlap', async () => {
		const given = create({ weeklyHoursAs: 'text', weeklyHoursText: 'Mon 9-12, 11-13' });
		const { details } = await failingAlike(stage, given);
		expect(details).toMatchObject({ code: 'invalidInput', parameter: 'Weekly Hours' });
		expect(wire(stage)).toEqual([]);
	});

	it('is a slug that somebody has', async () => {
		const given = create({ additionalFields: { slug: 'mila-novak' } });
		const { details } = await failingAlike(stage, given);
		expect(details).toMatchObject({ httpCode: 409, code: 'conflict', parameter: 'User Slug' });
		expect(ada()).toBeUndefined();
	});

	it('is more users than the plan allows', async () => {
		const { state } = stage.sandbox;
		const company = state.companies.get(ids.company);
		if (company) state.companies.set(company.id, { ...company, allowance: { seats: 5 } });
		expect(await failingAlike(stage, create())).toEqual(
			failed('The allowance of the meetergo plan is used up', {
				httpCode: 403,
				code: 'planLimitReached',
			}),
		);
	});
});
