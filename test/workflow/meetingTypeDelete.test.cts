import type { INodeParameters } from 'n8n-workflow';
import { column, failingAlike } from './outcome.cts';
import { bothCredentials, byId, ids, useStage, wire } from './stage.cts';

const stage = useStage({ forEachTest: true });

const { oneToOne, group, member } = ids.meetingTypes;
const page = 'https://cal.meetergo.com/lena-okafor/site-survey';

function remove(more: INodeParameters = {}): INodeParameters {
	return {
		resource: 'meetingType',
		operation: 'delete',
		meetingTypeId: byId(oneToOne),
		...more,
	};
}

const isGone = (id: string) => stage.sandbox.state.meetingTypes.get(id)?.deletedAt !== null;
const isScheduleGone = (id: string) =>
	stage.sandbox.state.availabilities.get(id)?.deletedAt !== null;

describe.each(bothCredentials)('a meeting type with %s', (authentication) => {
	it('is deleted, and its schedule and bookings stay', async () => {
		const before = stage.sandbox.state.appointments.size;
		const { items } = await stage.run({ ...remove(), authentication });
		expect(items).toEqual([{ json: { deleted: true, id: oneToOne }, pairedItem: { item: 0 } }]);
		expect(wire(stage)).toEqual([`DELETE /v4/meeting-type/${oneToOne} 200`]);
		expect(stage.exchanges[0]?.query).toEqual({});
		expect(isGone(oneToOne)).toBe(true);
		expect(isScheduleGone(ids.availabilities.lena)).toBe(false);
		expect(stage.sandbox.state.appointments.size).toBe(before);
	});

	it('is found by its page', async () => {
		const meetingTypeId = { __rl: true, mode: 'url', value: page };
		const result = await stage.run({ ...remove({ meetingTypeId }), authentication });
		expect(column(result, 'id')).toEqual([oneToOne]);
		expect(wire(stage)).toEqual([
			'GET /v4/meeting-type 200',
			`DELETE /v4/meeting-type/${oneToOne} 200`,
		]);
	});
});

describe('its schedule', () => {
	const tooAsWell = { options: { deleteAvailability: true } };

	it('is deleted with it', async () => {
		const { lenaEvenings } = ids.availabilities;
		const type = stage.sandbox.state.meetingTypes.get(group);
		if (type) {
			stage.sandbox.state.meetingTypes.set(group, { ...type, availabilityId: lenaEvenings });
		}
		await stage.run(remove({ meetingTypeId: byId(group), ...tooAsWell }));
		expect(stage.exchanges[0]?.query).toEqual({ deleteAvailability: 'true' });
		expect(isGone(group)).toBe(true);
		expect(isScheduleGone(lenaEvenings)).toBe(true);
	});

	it('stays with the type while others use it, which are named', async () => {
		const { details } = await failingAlike(stage, remove(tooAsWell));
		expect(details).toMatchObject({ httpCode: 409, code: 'conflict', mayHaveHappened: false });
		expect(details.description).toMatch(/still in use.*used by heat-pump-workshop, /);
		expect(isGone(oneToOne)).toBe(false);
	});

	it('stays with the type when it is the last one', async () => {
		const given = remove({
			authentication: 'platformApiKey',
			actingUser: byId(ids.users.james),
			meetingTypeId: byId(member),
			...tooAsWell,
		});
		const { details } = await failingAlike(stage, given);
		expect(details).toMatchObject({ httpCode: 400, code: 'requestRefused' });
		expect(details.description).toMatch(/^A user keeps at least one schedule\./);
		expect(isGone(member)).toBe(false);
	});
});

it('is deleted once when the answer is lost', async () => {
	stage.sandbox.faults.add({ kind: 'reset', when: 'after', method: 'DELETE' });
	const { items } = await stage.run(remove());
	expect(items).toEqual([{ json: { deleted: true, id: oneToOne }, pairedItem: { item: 0 } }]);
	expect(wire(stage)).toEqual([
		`DELETE /v4/meeting-type/${oneToOne} 0`,
		`DELETE /v4/meeting-type/${oneToOne} 404`,
	]);
});

it('is not found when it is deleted already', async () => {
	const twice = { items: [{}, {}], onError: 'continueErrorOutput' as const };
	const meetingTypeId = { __rl: true, mode: 'url', value: page };
	const result = await stage.run(remove({ meetingTypeId }), twice);
	expect(column(result, 'deleted')).toEqual([true]);
	expect(result.errors).toMatchObject([
		{
			json: { error: 'Meeting Type: meetergo could not find what was asked for' },
			pairedItem: { item: 1 },
		},
	]);
});
