import type { INodeParameters } from 'n8n-workflow';
import { bookingsOf, toldId } from './kinds.cts';
import { attempts, booked, inTheFuture, nextFree, preferring, slotQuestions } from './nextFree.cts';
import { column, hintsOf, jsonOf, throughErrorOutput } from './outcome.cts';
import { named, ofItem } from './people.cts';
import { bothCredentials, byId, credentials, ids, useStage, wire } from './stage.cts';

/* A second run, or a second item about the same attendee, must not take the next slot after the first one. */

const stage = useStage({ ...inTheFuture, forEachTest: true, nodeSpeed: 50 });

const { meetingTypes, users } = ids;
const tomas = 'tomas.berg@example.net';
const again = { ifAlreadyBooked: 'createAnother' };
const every = ['durations', 'group', 'queue', 'doubleOptIn', 'hostConfirmation'] as const;
const lists = () => wire(stage).filter((line) => line.includes('paginated'));
const lost = (more: { when?: 'after' } = {}) =>
	stage.sandbox.faults.add({ kind: 'reset', method: 'POST', ...more });

describe.each(bothCredentials)('with %s', (authentication) => {
	it.each(every)('a second run returns the booking of the first: %s', async (type) => {
		const meetingTypeId = byId(meetingTypes[type]);
		const parameters = { authentication, ...nextFree({ meetingTypeId }) };
		const [first] = jsonOf(await stage.run(parameters));
		expect(first).toMatchObject({ change: 'created' });
		const second = await stage.run(parameters);
		expect(jsonOf(second)).toEqual([{ ...first, change: 'unchanged' }]);
		expect(bookingsOf(stage, meetingTypes[type], tomas)).toEqual([toldId(first ?? {})]);
		expect(slotQuestions(stage)).toHaveLength(1);
	});

	it.each(every)('a booking whose answer is lost is found: %s', async (type) => {
		lost({ when: 'after' });
		const meetingTypeId = byId(meetingTypes[type]);
		const result = await stage.run({ authentication, ...nextFree({ meetingTypeId }) });
		expect(jsonOf(result)).toMatchObject([{ change: 'created', recovered: true }]);
		const made = bookingsOf(stage, meetingTypes[type], tomas);
		expect(jsonOf(result).map(toldId)).toEqual(made);
		expect(attempts(stage)).toHaveLength(1);
	});
});

it('a run that was stopped in the middle is repeated from its start, and books the rest', async () => {
	const items = named('Ada Cruz', 'Bo Dahl', 'Cy Ek');
	stage.sandbox.faults.add({ kind: 'status', status: 403, method: 'POST', skip: 2 });
	const stopped = await stage.run(nextFree(ofItem), { items });
	expect(stopped.status).toBe('error');
	const repeated = await stage.run(nextFree(ofItem), { items });
	expect(column(repeated, 'change')).toEqual(['unchanged', 'unchanged', 'created']);
	expect(booked(stage)).toHaveLength(3);
});

it('a second item about the same attendee returns the booking of the first', async () => {
	const result = await stage.run(nextFree(), { items: [{}, {}] });
	expect(column(result, 'change')).toEqual(['created', 'unchanged']);
	expect(attempts(stage)).toEqual([201]);
});

it('another one is booked where that is wished, and not taken for the first', async () => {
	await stage.run(nextFree());
	lost({ when: 'after' });
	const result = await stage.run(nextFree({ options: again }));
	expect(jsonOf(result)).toMatchObject([
		{ start: '2036-03-04T09:00:00.000+01:00', change: 'created', recovered: true },
	]);
	expect(booked(stage)).toHaveLength(2);
});

it('an older seat in the same group is not taken for the one that was lost', async () => {
	const group = nextFree({ meetingTypeId: byId(meetingTypes.group) });
	await stage.run(group);
	lost();
	const wished = { ...group, options: { ...again, maxWait: 1 } };
	const { details } = await throughErrorOutput(stage, wished);
	expect(details).toMatchObject({ code: 'connectionLost', mayHaveHappened: true });
	expect(bookingsOf(stage, meetingTypes.group, tomas)).toHaveLength(1);
});

describe('the booking that is there counts', () => {
	const mila: INodeParameters = { meetingTypeId: byId(meetingTypes.mila) };

	it('where it is of another of the meeting types', async () => {
		const [first] = jsonOf(await stage.run(nextFree(mila)));
		const result = await stage.run(preferring({ otherMeetingTypes: [meetingTypes.mila] }));
		expect(jsonOf(result)).toEqual([{ ...first, change: 'unchanged' }]);
		expect(booked(stage)).toHaveLength(1);
	});

	it('not where it is of a type that was not asked for', async () => {
		await stage.run(nextFree(mila));
		const result = await stage.run(nextFree());
		expect(column(result, 'change')).toEqual(['created']);
	});

	it('also where the notice, or now, would leave it out', async () => {
		await stage.run(nextFree());
		const hours = Math.ceil((Date.parse('2036-03-04T11:00:00Z') - Date.now()) / 3_600_000);
		const result = await stage.run(preferring({ noticeHours: hours }));
		expect(column(result, 'change')).toEqual(['unchanged']);
	});

	it('not where it starts outside of the window', async () => {
		await stage.run(nextFree());
		const result = await stage.run(nextFree({ start: '2036-03-04T09:00' }));
		expect(column(result, 'start')).toEqual(['2036-03-04T09:00:00.000+01:00']);
		const days = { start: '2036-03-01', end: '2036-03-04T08:30' };
		const before = await stage.run(nextFree(days));
		expect(column(before, 'change')).toEqual(['created']);
	});

	it('not where it was cancelled', async () => {
		const [first] = jsonOf(await stage.run(nextFree()));
		const bookingId = byId(String(first?.id));
		await stage.run({ resource: 'booking', operation: 'cancel', bookingId });
		const result = await stage.run(nextFree());
		expect(column(result, 'change')).toEqual(['created']);
	});
});

describe('what the looks cost', () => {
	it('is one list for all items', async () => {
		const names = Array.from({ length: 8 }, (_, at) => `No ${at}`);
		await stage.run(nextFree(ofItem), { items: named(...names) });
		expect(attempts(stage)).toHaveLength(8);
		expect(lists()).toHaveLength(1);
	});

	it('is one more where another item has a window of its own', async () => {
		const days = ['2036-03-04', '2036-03-05', '2036-03-04'];
		const items = named('Ada Cruz', 'Bo Dahl', 'Cy Ek').map((person, at) => ({
			...person,
			day: days[at] ?? '',
		}));
		const window = { start: '={{ $json.day }}', end: '={{ $json.day }}' };
		await stage.run(nextFree({ ...ofItem, ...window, timezone: 'UTC' }), { items });
		expect(lists()).toHaveLength(2);
	});

	it('is anew what an item in doubt may have changed', async () => {
		lost();
		const result = await stage.run(nextFree({ ...ofItem, options: { maxWait: 1 } }), {
			items: named('Ada Cruz', 'Bo Dahl'),
			onError: 'continueErrorOutput',
		});
		expect(column(result, 'change')).toEqual(['created']);
		// One before each item, and a look at what waits and at what is booked after the loss.
		expect(lists()).toHaveLength(4);
	});
});

it('who may not read the bookings of others books all the same, and is told', async () => {
	const meetingTypeId = byId(meetingTypes.mila);
	const asJames = { credential: { accessToken: credentials.memberToken } };
	const result = await stage.run(nextFree({ meetingTypeId }), asJames);
	expect(column(result, 'change')).toEqual(['created']);
	expect(hintsOf(result)).toEqual([expect.stringMatching(/A second run might book again\./)]);
	expect(booked(stage)).toMatchObject([{ hostIds: [users.mila] }]);
});
