import { DEFAULT_NODE_TYPE } from '../../engine/packages.cts';
import { column, failingAlike, jsonOf, refusal } from './outcome.cts';
import { booked, inTheFuture, nextFree, preferring, slotQuestions } from './nextFree.cts';
import { byId, ids, useStage, wire } from './stage.cts';

/* Which slot is taken where several would do. */

const stage = useStage({ ...inTheFuture, forEachTest: true });

const { meetingTypes, users } = ids;

const week = { end: '2036-03-10' };

describe('a preference', () => {
	it.each([
		['days', { weekdays: ['friday', 'thursday'] }, '2036-03-06T08:30'],
		['days from an expression', { weekdays: '={{ "friday" }}' }, '2036-03-07T08:30'],
		['no days', { weekdays: [] }, '2036-03-04T08:30'],
		['an earliest time', { fromTime: '10:10' }, '2036-03-04T10:15'],
		['a latest end', { fromTime: '11:40', untilTime: '13:30' }, '2036-03-04T13:00'],
		['all of them', { weekdays: ['friday'], fromTime: '9', untilTime: '9:45' }, '2036-03-07T09:00'],
	])('for %s is met', async (_what, wished, start) => {
		const result = await stage.run(preferring(wished, week));
		expect(column(result, 'start')).toEqual([`${start}:00.000+01:00`]);
	});

	it.each([
		['Weekdays', { weekdays: '={{ $json.none }}' }],
		['From Time', { fromTime: '={{ "" }}' }],
		['Until Time', { untilTime: '={{ null }}' }],
		['Minimum Notice (Hours)', { noticeHours: '={{ $json.none }}' }],
	])('for %s that an expression leaves empty books nothing', async (field, wished) => {
		expect(await failingAlike(stage, preferring(wished, week))).toEqual(
			refusal(field, 'has no value. Set one, or mend the expression.'),
		);
		expect(wire(stage)).toEqual([]);
	});

	it('for %s that an agent leaves open is none', async () => {
		const wished = { weekdays: '={{ "" }}', fromTime: '={{ "" }}', noticeHours: '={{ null }}' };
		const result = await stage.run(preferring(wished, week), {
			type: `${DEFAULT_NODE_TYPE}Tool`,
		});
		expect(column(result, 'start')).toEqual(['2036-03-04T08:30:00.000+01:00']);
	});

	it('is meant in Time Zone', async () => {
		const timezone = 'America/New_York';
		const result = await stage.run(preferring({ fromTime: '09:00' }, { timezone }));
		expect(column(result, 'start')).toEqual(['2036-03-04T09:00:00.000-05:00']);
	});

	it('for some notice leaves out what is sooner, by the real clock', async () => {
		// Lena has closed at the hour that the notice ends in, so the minute does not matter.
		const untilClosed = Date.parse('2036-03-04T17:00:00Z') - Date.now();
		const noticeHours = Math.floor(untilClosed / 3_600_000);
		const result = await stage.run(preferring({ noticeHours }, week));
		expect(column(result, 'start')).toEqual(['2036-03-05T08:30:00.000+01:00']);
	});
});

describe('among several meeting types', () => {
	const { durations, mila, member, queue, doubleOptIn } = meetingTypes;
	const sunday = { start: '2036-03-09', end: '2036-03-09', timezone: 'UTC' };
	const others = { otherMeetingTypes: [mila, member] };

	it('the first one goes first, and no other is asked', async () => {
		const result = await stage.run(preferring(others));
		expect(column(result, 'meetingTypeId')).toEqual([durations]);
		expect(slotQuestions(stage)).toHaveLength(1);
	});

	it('the others are asked in their order while nothing is free', async () => {
		const evening = { start: '2036-03-04T16:05', end: '2036-03-04' };
		const result = await stage.run(preferring(others, evening));
		expect(jsonOf(result)).toMatchObject([
			{ meetingTypeId: mila, meetingTypeName: 'Contract talk' },
		]);
		expect(slotQuestions(stage).map((asked) => asked.meetingTypeId)).toEqual([durations, mila]);
	});

	it('the last one serves where nobody else works', async () => {
		const evening = { start: '2036-03-04T18:00', end: '2036-03-04' };
		const result = await stage.run(preferring(others, evening));
		expect(jsonOf(result)).toMatchObject([
			{ meetingTypeId: member, start: '2036-03-04T18:00:00.000+01:00' },
		]);
		expect(booked(stage)).toMatchObject([{ hostIds: [users.james] }]);
	});

	it('the earliest slot of all is taken where that is wished', async () => {
		const otherMeetingTypes = `${mila}, ${queue}`;
		const result = await stage.run(preferring({ otherMeetingTypes, chooseBy: 'earliest' }));
		expect(column(result, 'meetingTypeId')).toEqual([queue]);
		expect(slotQuestions(stage)).toHaveLength(3);
	});

	it('the order decides between slots that are equally early', async () => {
		const chooseBy = 'earliest';
		const one = await stage.run(preferring({ otherMeetingTypes: [doubleOptIn], chooseBy }));
		expect(column(one, 'bookingState')).toEqual(['confirmed']);
		const other = preferring({ otherMeetingTypes: [durations], chooseBy });
		const two = await stage.run({
			...other,
			meetingTypeId: byId(doubleOptIn),
			attendeeEmail: 'ada.cruz@example.net',
		});
		expect(column(two, 'bookingState')).toEqual(['pending']);
	});

	it('each is asked once, however often it is named', async () => {
		const otherMeetingTypes = [durations.toUpperCase(), durations];
		await stage.run(preferring({ otherMeetingTypes, whenNoneLeft: 'empty' }, sunday));
		expect(slotQuestions(stage)).toHaveLength(1);
	});

	it('those that nobody hosts are skipped', async () => {
		const meetingTypeId = byId(meetingTypes.withoutHost);
		const result = await stage.run(
			preferring({ otherMeetingTypes: [durations] }, { meetingTypeId }),
		);
		expect(column(result, 'meetingTypeId')).toEqual([durations]);
	});

	it('one that nobody hosts is refused where there is no other', async () => {
		const meetingTypeId = byId(meetingTypes.withoutHost);
		expect(await failingAlike(stage, nextFree({ meetingTypeId }))).toEqual(
			refusal(
				'Meeting Type',
				'"Team visit" has neither a host nor a queue. Give it one in meetergo, or choose Host Names or IDs under Options.',
			),
		);
	});

	it('one that is not found is named by its field, and nothing is booked', async () => {
		const otherMeetingTypes = [mila, '00000000-0000-4000-8000-000000000009'];
		const { error, details } = await failingAlike(stage, preferring({ otherMeetingTypes }));
		const field = 'Other Meeting Type Names or IDs';
		expect(error).toBe(`${field}: there is no meeting type ${otherMeetingTypes[1]}`);
		expect(details).toMatchObject({ code: 'notFound', parameter: field, httpCode: 404 });
		expect(wire(stage).filter((line) => line.startsWith('POST'))).toEqual([]);
	});
});

describe('among several hosts', () => {
	const queue = { meetingTypeId: byId(meetingTypes.queue), timezone: 'UTC' };
	const options = { hostIds: [users.james, users.mila] };
	const hostsOf = () => booked(stage).map(({ hostIds, start }) => [hostIds[0], start]);

	it('a queue is asked as a whole where none are chosen', async () => {
		await stage.run(nextFree(queue));
		expect(slotQuestions(stage)).toMatchObject([{ queueId: ids.queue }]);
		expect(hostsOf()).toEqual([[users.aroha, '2036-03-04T00:00:00.000Z']]);
	});

	it('the first chosen one goes first', async () => {
		await stage.run(nextFree({ ...queue, options }));
		expect(slotQuestions(stage)).toMatchObject([{ hostIds: users.james }]);
		expect(hostsOf()).toEqual([[users.james, '2036-03-04T14:00:00.000Z']]);
	});

	it('the next one serves where the first has nothing free', async () => {
		const hostIds = [users.james, users.james, users.mila];
		await stage.run(nextFree({ ...queue, end: '2036-03-04T13:00', options: { hostIds } }));
		expect(slotQuestions(stage)).toHaveLength(2);
		expect(hostsOf()).toEqual([[users.mila, '2036-03-04T08:00:00.000Z']]);
	});

	it('the earliest slot is taken where that is wished', async () => {
		await stage.run(preferring({ chooseBy: 'earliest' }, { ...queue, options }));
		expect(slotQuestions(stage)).toMatchObject([{ hostIds: users.james }, { hostIds: users.mila }]);
		expect(hostsOf()).toEqual([[users.mila, '2036-03-04T08:00:00.000Z']]);
	});

	it('one serves a meeting type that has none of its own', async () => {
		const meetingTypeId = byId(meetingTypes.withoutHost);
		await stage.run(nextFree({ meetingTypeId, options: { hostIds: users.mila } }));
		expect(hostsOf()).toEqual([[users.mila, '2036-03-04T08:00:00.000Z']]);
	});
});
