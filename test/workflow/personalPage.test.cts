import type { INodeParameters } from 'n8n-workflow';
import { personalPages } from '../../sandbox/routes/personalPages.cts';
import { column, failingAlike, hintsOf, jsonOf, refusal } from './outcome.cts';
import { bothCredentials, byId, ids, useStage, wire } from './stage.cts';

const stage = useStage({ forEachTest: true });

const PATH = '/v4/personal-page/me';
const { oneToOne, group } = ids.meetingTypes;

const get: INodeParameters = { resource: 'personalPage', operation: 'get' };

function update(updateFields: INodeParameters, more: INodeParameters = {}): INodeParameters {
	return { resource: 'personalPage', operation: 'update', updateFields, ...more };
}

const stored = (user: string = ids.users.lena) => personalPages.in(stage.sandbox.state).get(user);
const sent = () =>
	stage.exchanges.filter(({ method }) => method === 'PATCH').map(({ requestBody }) => requestBody);

const blank = {
	id: expect.any(String),
	description: '',
	showAllMeetingTypes: true,
	meetingTypeOrder: '',
	useCustomColors: false,
	primaryColor: '',
	secondaryColor: '',
	headerImage: null,
};
const links = { links: [{ name: 'Blog', url: 'https://example.com/blog', icon: '' }] };

describe.each(bothCredentials)('the personal page with %s', (authentication) => {
	it('is given in flat fields', async () => {
		const { items } = await stage.run({ authentication, ...get });
		expect(items).toEqual([{ json: blank, pairedItem: { item: 0 } }]);
		expect(wire(stage)).toEqual([`GET ${PATH} 200`]);
	});

	it('is updated in what was added, and in nothing else', async () => {
		const given = {
			description: 'Advice on heat pumps',
			showAllMeetingTypes: false,
			meetingTypeOrder: [oneToOne, group],
		};
		const result = await stage.run({ authentication, ...update(given) });
		expect(result.items).toEqual([
			{
				json: { ...blank, ...given, meetingTypeOrder: `${oneToOne}, ${group}` },
				pairedItem: { item: 0 },
			},
		]);
		expect(hintsOf(result)).toEqual([]);
		expect(wire(stage)).toEqual([`PATCH ${PATH} 200`]);
		expect(sent()).toEqual([given]);
		expect(stored()).toMatchObject({ ...given, useCustomColors: false });
	});
});

it('is given as the API tells it, or in selected fields', async () => {
	await stage.run(update({ linkedIn: 'https://www.linkedin.com/in/lena', customLinks: links }));
	const raw = await stage.run({ ...get, output: 'raw' });
	expect(jsonOf(raw)).toMatchObject([
		{ meetingTypeOrder: [], onlineProfiles: { linkedIn: 'https://www.linkedin.com/in/lena' } },
	]);
	const outputFields = ['linkedIn', 'xing', 'customLinks'];
	const selected = await stage.run({ ...get, output: 'selected', outputFields });
	expect(jsonOf(selected)).toEqual([
		{
			linkedIn: 'https://www.linkedin.com/in/lena',
			xing: null,
			customLinks: 'https://example.com/blog',
		},
	]);
});

it('is that of the user acted as', async () => {
	const { lena, james } = ids.users;
	const result = await stage.run(
		update(
			{ description: '={{ $json.text }}' },
			{ authentication: 'platformApiKey', actingUser: byId('={{ $json.user }}') },
		),
		{
			items: [
				{ user: lena, text: 'Advice' },
				{ user: james, text: 'Sales' },
			],
		},
	);
	expect(column(result, 'description')).toEqual(['Advice', 'Sales']);
	expect([lena, james].map((user) => stored(user)?.description)).toEqual(['Advice', 'Sales']);
	expect(stored(lena)?.id).not.toBe(stored(james)?.id);
});

describe('colors', () => {
	it('are written out, in small letters', async () => {
		const colors = { primaryColor: '#1F6F54', secondaryColor: '={{ "fe8" }}' };
		const result = await stage.run(update({ ...colors, useCustomColors: true }));
		expect(sent()).toEqual([
			{ useCustomColors: true, primaryColor: '#1f6f54', secondaryColor: '#ffee88' },
		]);
		expect(hintsOf(result)).toEqual([]);
	});

	it('that the page does not show are told', async () => {
		const result = await stage.run(update({ primaryColor: '#1f6f54' }));
		expect(hintsOf(result)).toEqual([
			'The page does not show its colors. Add Use Custom Colors to show them.',
		]);
		expect(sent()).toEqual([{ primaryColor: '#1f6f54' }]);
	});
});

describe('online profiles', () => {
	it('keep those that are not added', async () => {
		await stage.run(update({ xing: 'https://www.xing.com/profile/Lena', phone: '+43 1 234' }));
		const result = await stage.run(update({ phone: '+43 1 999', addressCity: 'Vienna' }));
		expect(stored()?.onlineProfiles).toEqual({
			xing: 'https://www.xing.com/profile/Lena',
			phone: '+43 1 999',
			addressCity: 'Vienna',
		});
		expect(hintsOf(result)).toEqual([]);
		expect(wire(stage).slice(2)).toEqual([`GET ${PATH} 200`, `PATCH ${PATH} 200`]);
	});

	it('keep those of items that run at once', async () => {
		const items = [{ city: 'Vienna' }, { phone: '+43 1 999' }, { email: 'lena@example.org' }];
		const fields = {
			addressCity: '={{ $json.city }}',
			phone: '={{ $json.phone }}',
			email: '={{ $json.email }}',
		};
		await stage.run(update(fields, { options: { concurrency: 3 } }), { items });
		expect(stored()?.onlineProfiles).toEqual({
			addressCity: 'Vienna',
			phone: '+43 1 999',
			email: 'lena@example.org',
		});
	});

	it('take custom links, which replace those that are there', async () => {
		await stage.run(update({ customLinks: links }));
		const shop = { name: 'Shop', url: 'https://example.com/shop', icon: 'cart' };
		const result = await stage.run(update({ customLinks: { links: [shop] } }));
		expect(sent()).toEqual([
			{ onlineProfiles: { customLinks: [{ name: 'Blog', url: 'https://example.com/blog' }] } },
			{ onlineProfiles: { customLinks: [shop] } },
		]);
		expect(hintsOf(result)).toEqual([]);
	});
});

it('loses what was left empty', async () => {
	const given = {
		description: 'Advice',
		headerImage: 'https://example.com/header.png',
		email: 'lena.okafor@example.org',
		xing: 'https://www.xing.com/profile/Lena',
	};
	await stage.run(update(given));
	const nothing = Object.fromEntries(Object.keys(given).map((name) => [name, '']));
	const result = await stage.run(update(nothing));
	expect(sent()[1]).toEqual({
		description: '',
		headerImage: null,
		onlineProfiles: { email: '', xing: '' },
	});
	expect(jsonOf(result)).toEqual([blank]);
	expect(hintsOf(result)).toEqual([]);
});

it('tells what meetergo did not keep, an order of meeting types as well', async () => {
	const body = { ...blank, id: 'page', meetingTypeOrder: [group, oneToOne] };
	stage.sandbox.faults.add({ kind: 'status', status: 200, body, method: 'PATCH' });
	stage.sandbox.faults.add({ kind: 'status', status: 200, body, method: 'GET', skip: 1 });
	const given = { meetingTypeOrder: [oneToOne, group], facebook: 'https://example.com/lena' };
	const result = await stage.run(update(given));
	expect(jsonOf(result)).toMatchObject([{ notKept: 'meetingTypeOrder, onlineProfiles.facebook' }]);
	expect(hintsOf(result)).toEqual([expect.stringContaining('onlineProfiles.facebook')]);
});

it.each<[string, object | undefined]>([
	['without content', undefined],
	['that does not show the page', { success: true }],
])('is read again after an answer %s', async (_what, body) => {
	const fault =
		body === undefined
			? ({ kind: 'emptyBody', when: 'after' } as const)
			: ({ kind: 'status', status: 200, body, when: 'after' } as const);
	stage.sandbox.faults.add({ ...fault, method: 'PATCH' });
	const result = await stage.run(update({ description: 'Advice' }));
	expect(jsonOf(result)).toEqual([{ ...blank, description: 'Advice' }]);
	expect(wire(stage)).toEqual([`PATCH ${PATH} 200`, `GET ${PATH} 200`]);
});

const something = 'add at least one field that has a value.';

it.each<[string, INodeParameters, string, string]>([
	['nothing to change', {}, 'Update Fields', something],
	[
		'nothing but expressions without a value',
		{ description: '={{ $json.missing }}', primaryColor: '={{ $json.missing }}' },
		'Update Fields',
		something,
	],
	['an order without meeting types', { meetingTypeOrder: [] }, 'Update Fields', something],
	['links without a row', { customLinks: {} }, 'Update Fields', something],
	[
		'a color by its name',
		{ primaryColor: '={{ "green" }}' },
		'Primary Color',
		'"green" is not a hex color, e.g. #1f6f54.',
	],
	[
		'an image that is no address',
		{ headerImage: 'header.png' },
		'Header Image',
		'"header.png" is not a web address, which begins with https://.',
	],
	[
		'a meeting type by its name',
		{ meetingTypeOrder: '={{ ["Advice"] }}' },
		'Meeting Type Order Names or IDs',
		'"Advice" is no meeting type ID.',
	],
	[
		'a switch that is none',
		{ useCustomColors: '={{ "maybe" }}' },
		'Use Custom Colors',
		'must be true or false, but is "maybe".',
	],
	[
		'a mail address without @',
		{ email: 'lena' },
		'Email',
		'"lena" is not a mail address, e.g. ada@example.com.',
	],
	[
		'a link that leads nowhere',
		{ customLinks: { links: [{ name: 'Blog', url: '' }] } },
		'Link Address',
		'must not be empty (row 1).',
	],
	[
		'a profile that is an object',
		{ linkedIn: '={{ { url: "x" } }}' },
		'LinkedIn',
		'must be text, but is "{"url":"x"}".',
	],
])('refuses %s, before anything is sent', async (_what, fields, field, says) => {
	expect(await failingAlike(stage, update(fields))).toEqual(refusal(field, says));
	expect(wire(stage)).toEqual([]);
});
