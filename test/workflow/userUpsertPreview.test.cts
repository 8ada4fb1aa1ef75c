import { adaByron, milaNovak, usersAt } from './adaByron.cts';
import { column, jsonOf } from './outcome.cts';
import { ids, useStage, wire } from './stage.cts';

/* A preview of users says what would happen, and sends nothing but the question who is there. */

const stage = useStage();
const options = { preview: true };

afterEach(() => {
	expect(usersAt(stage, 'ada.byron@example.org')).toEqual([]);
	expect(stage.sandbox.state.users.get(ids.users.mila)).toMatchObject({
		givenName: 'Mila',
		slug: 'mila-novak',
	});
});

it('shows a new user as the form describes it', async () => {
	const additionalFields = { slug: 'Ada-B' };
	const result = await stage.run(adaByron({ additionalFields, options }));
	expect(jsonOf(result)).toEqual([
		{
			id: null,
			email: 'ada.byron@example.org',
			fullName: 'Ada Byron',
			bookingUrl: null,
			scheduleId: null,
			meetingTypeId: null,
			companyId: null,
			slug: 'ada-b',
			change: 'created',
			preview: true,
		},
	]);
	expect(wire(stage)).toEqual(['GET /v4/user 200']);
});

it('shows a user as a change would leave them', async () => {
	const additionalFields = { slug: 'ada-novak' };
	const result = await stage.run(milaNovak({ givenName: 'Ada', additionalFields, options }));
	expect(jsonOf(result)).toMatchObject([
		{
			id: ids.users.mila,
			fullName: 'Ada Novak',
			slug: 'ada-novak',
			change: 'updated',
			preview: true,
		},
	]);
	expect(wire(stage)).toEqual(['GET /v4/user 200']);
});

it('says that nothing would change', async () => {
	const result = await stage.run(milaNovak({ options }));
	expect(jsonOf(result)).toMatchObject([
		{ fullName: 'Mila Novak', change: 'unchanged', preview: true },
	]);
});

it('counts on what the items before would have done', async () => {
	const given = adaByron({
		email: '={{ $json.email }}',
		familyName: '={{ $json.family }}',
		options,
	});
	const items = [
		{ email: 'ada.byron@example.org', family: 'Byron' },
		{ email: 'Ada.Byron@example.org', family: 'Byron' },
		{ email: 'mila.novak@example.org', family: 'King' },
		{ email: 'mila.novak@example.org', family: 'King' },
		{ email: 'ada.byron@example.org', family: 'King' },
	];
	const result = await stage.run(given, { items });
	expect(column(result, 'change')).toEqual([
		'created',
		'unchanged',
		'updated',
		'unchanged',
		'updated',
	]);
	expect(column(result, 'fullName').at(-1)).toBe('Ada King');
	expect(wire(stage)).toHaveLength(1);
});

it('changes nothing for an item that is none', async () => {
	const options = { preview: '={{ $json.dry }}' };
	const given = milaNovak({ givenName: '={{ $json.name }}', options });
	const items = [
		{ dry: true, name: 'Ada' },
		{ dry: false, name: 'Mila' },
	];
	const result = await stage.run(given, { items });
	expect(column(result, 'change')).toEqual(['updated', 'unchanged']);
	expect(column(result, 'preview')).toEqual([true, undefined]);
});
