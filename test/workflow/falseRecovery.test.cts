import type { INodeParameters } from 'n8n-workflow';
import type { Exchange } from '../../contract/validate.cts';
import { column } from './outcome.cts';
import { roofCheck, typesNamed } from './roofCheck.cts';
import { byId, ids, useStage, wire } from './stage.cts';

/* A create whose answer was lost takes no other record for its own, however alike they are. */

let onPost: (nth: number) => void = () => {};
let posts = 0;
const stage = useStage({
	forEachTest: true,
	nodeSpeed: 50,
	onExchange({ method }: Exchange) {
		if (method !== 'POST') return;
		posts += 1;
		onPost(posts);
	},
});

beforeEach(() => {
	posts = 0;
	onPost = () => {};
});

const OTHER = '11111111-1111-4111-8111-111111111111';
/** Time for one look, at which a wrong record would be seen. */
const ONE_LOOK = 1;
const evenings: INodeParameters = {
	resource: 'availability',
	operation: 'create',
	name: 'Roof checks',
	weeklyHoursAs: 'text',
	weeklyHoursText: 'Mon 18-20',
};

/** A type of the same name as `roofCheck`, of this length, that comes from elsewhere. */
function addType(duration: number): void {
	const { meetingTypes } = stage.sandbox.state;
	const type = meetingTypes.get(ids.meetingTypes.oneToOne);
	if (type === undefined) throw new Error('The meeting type is missing');
	const meetingInfo = { ...type.meetingInfo, name: 'Roof check', duration, channel: 'phone' };
	meetingTypes.set(OTHER, { ...type, id: OTHER, slug: 'other', meetingInfo });
}

/** A schedule of the same name as `evenings`, with these hours on Mondays, that comes from elsewhere. */
function addSchedule(start: string, end: string): void {
	const { availabilities } = stage.sandbox.state;
	const schedule = availabilities.get(ids.availabilities.lenaEvenings);
	if (schedule === undefined) throw new Error('The schedule is missing');
	const closed = { enabled: false, hours: [] };
	const week = Object.fromEntries(Object.keys(schedule.schedule).map((day) => [day, closed]));
	availabilities.set(OTHER, {
		...schedule,
		id: OTHER,
		name: 'Roof checks',
		schedule: { ...week, monday: { enabled: true, hours: [{ start, end }] } },
	});
}

const lost = (more: { when?: 'after'; skip?: number } = {}) =>
	stage.sandbox.faults.add({ kind: 'reset', method: 'POST', ...more });
describe.each<[string, INodeParameters, () => void]>([
	['meeting type', roofCheck(), () => addType(40)],
	['schedule', evenings, () => addSchedule('18:00', '20:00')],
])('a %s whose item ended in doubt is not that of the next item', (_what, create, addLate) => {
	const parameters = { ...create, options: { maxWait: '={{ $json.wait }}' } };
	const run = async () =>
		await stage.run(parameters, {
			items: [{ wait: 0 }, { wait: ONE_LOOK }],
			onError: 'continueErrorOutput',
		});

	it('when it was made before the answer was lost', async () => {
		lost({ when: 'after' });
		lost();
		const result = await run();
		expect(column(result, 'recovered')).not.toContain(true);
		expect(result.errors[0]).toMatchObject({
			json: { details: { mayHaveHappened: true } },
			pairedItem: { item: 0 },
		});
	});

	it('when it is made late, while the next item is at work', async () => {
		lost();
		lost();
		onPost = (nth) => {
			if (nth === 2) addLate();
		};
		const result = await run();
		expect(column(result, 'recovered')).not.toContain(true);
		expect(column(result, 'id')).not.toContain(OTHER);
		expect(result.errors[0]).toMatchObject({ pairedItem: { item: 0 } });
	});
});

describe('a new record of the same name that differs', () => {
	it.each<[string, INodeParameters, () => void]>([
		['in its duration is no meeting type of ours', roofCheck(), () => addType(60)],
		['in its hours is no schedule of ours', evenings, () => addSchedule('09:00', '12:00')],
	])('%s', async (_what, create, addOther) => {
		lost();
		onPost = addOther;
		const result = await stage.run(
			{ ...create, options: { maxWait: ONE_LOOK } },
			{ onError: 'continueErrorOutput' },
		);
		expect(result.items).toEqual([]);
		expect(result.errors).toMatchObject([
			{ json: { details: { code: 'connectionLost', mayHaveHappened: true } } },
		]);
		expect(wire(stage).at(-1)).toMatch(/^GET /);
	});

	it('does not hide what was made', async () => {
		lost({ when: 'after' });
		onPost = () => addType(60);
		const result = await stage.run(roofCheck());
		const made = typesNamed(stage, 'Roof check').filter(({ id }) => id !== OTHER);
		expect(column(result, 'id')).toEqual(made.map(({ id }) => id));
		expect(column(result, 'recovered')).toEqual([true]);
	});
});

describe('a user named explicitly and through the credential is one user', () => {
	const asUser = (create: INodeParameters): INodeParameters => ({
		...create,
		authentication: 'platformApiKey',
		actingUser: byId('={{ $json.user }}'),
		name: '={{ $json.name }}',
	});
	const items = [
		{ user: '', name: 'Before' },
		{ user: ids.users.lena, name: 'Twin' },
		{ user: ids.users.lena.toUpperCase(), name: 'Another' },
		{ user: '', name: 'Twin' },
	];

	it('whose lists are read once', async () => {
		await stage.run(asUser(roofCheck()), { items: items.slice(0, 3) });
		expect(wire(stage).filter((line) => line.startsWith('GET'))).toEqual([
			'GET /v4/meeting-type 200',
		]);
	});

	it.each([
		['meeting type', roofCheck()],
		['schedule', evenings],
	])('whose %s is not recovered by a later item', async (_what, create) => {
		lost({ skip: 3 });
		const parameters = { ...asUser(create), options: { maxWait: ONE_LOOK } };
		const result = await stage.run(parameters, { items, onError: 'continueErrorOutput' });
		expect(column(result, 'name')).toEqual(['Before', 'Twin', 'Another']);
		expect(column(result, 'recovered')).not.toContain(true);
		expect(result.errors).toMatchObject([
			{ json: { details: { mayHaveHappened: true } }, pairedItem: { item: 3 } },
		]);
	});
});
