import type { INodeParameters } from 'n8n-workflow';
import { column, failed, failingAlike, jsonOf } from './outcome.cts';
import { bothCredentials, byId, ids, useStage, wire } from './stage.cts';

const stage = useStage({ forEachTest: true });

const { oneToOne } = ids.meetingTypes;

function create(more: INodeParameters = {}): INodeParameters {
	const operation = 'createOneTimeLink';
	return { resource: 'booking', operation, meetingTypeId: byId(oneToOne), ...more };
}

function links() {
	return [...stage.sandbox.state.oneTimeLinks.values()];
}

describe.each(bothCredentials)('a one-time link with %s', (authentication) => {
	it('is created for a meeting type', async () => {
		const { items } = await stage.run({ authentication, ...create() });
		const [link, ...others] = links();
		expect(others).toEqual([]);
		expect(link).toMatchObject({ meetingTypeId: oneToOne, createdById: ids.admin });
		expect(items).toEqual([
			{
				json: {
					id: link?.id,
					bookingUrl: link?.url,
					meetingTypeId: oneToOne,
					meetingTypeName: 'Site survey',
				},
				pairedItem: { item: 0 },
			},
		]);
	});

	it('is created for the address of a meeting type', async () => {
		const url = 'cal.meetergo.com/lena-okafor/site-survey';
		const meetingTypeId = { __rl: true, mode: 'url', value: url };
		const result = await stage.run({ authentication, ...create({ meetingTypeId }) });
		expect(column(result, 'meetingTypeId')).toEqual([oneToOne]);
		expect(links()).toMatchObject([{ meetingTypeId: oneToOne }]);
	});
});

it('is another one for each item, while the meeting type is asked for once', async () => {
	const result = await stage.run(create(), { items: [{}, {}, {}] });
	expect(new Set(column(result, 'bookingUrl')).size).toBe(3);
	expect(links()).toHaveLength(3);
	const post = `POST /v4/one-time-booking-link/create/${oneToOne} 201`;
	expect(wire(stage)).toEqual([`GET /v4/meeting-type/${oneToOne} 200`, post, post, post]);
});

it('is found under the other name that clients know', async () => {
	const body = JSON.stringify({ link: 'https://cal.meetergo.com/one-time/x' });
	stage.sandbox.faults.add({ kind: 'garbage', method: 'POST', status: 201, body });
	expect(jsonOf(await stage.run(create()))).toMatchObject([
		{ id: null, bookingUrl: 'https://cal.meetergo.com/one-time/x' },
	]);
});

it('belongs to the user acted as', async () => {
	const james = { authentication: 'platformApiKey', actingUser: byId(ids.users.james) };
	await stage.run(create({ ...james, meetingTypeId: byId(ids.meetingTypes.member) }));
	expect(links()).toMatchObject([{ createdById: ids.users.james }]);
});

it('is refused by name for a meeting type that is not found', async () => {
	const meetingTypeId = byId(ids.meetingTypes.foreign);
	expect(await failingAlike(stage, create({ meetingTypeId }))).toEqual(
		failed('Meeting Type: meetergo could not find what was asked for', {
			httpCode: 404,
			code: 'notFound',
			parameter: 'Meeting Type',
		}),
	);
	expect(links()).toEqual([]);
});
