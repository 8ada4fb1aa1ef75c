import type { Exchange } from '../../contract/validate.cts';
import type { FaultRule } from '../../sandbox/faults.cts';
import {
	attempts,
	booked,
	inTheFuture,
	isSlotQuestion,
	nextFree,
	preferring,
	slotQuestions,
	take,
} from './nextFree.cts';
import { column, failed, failingAlike, jsonOf, throughErrorOutput } from './outcome.cts';
import { named, ofItem } from './people.cts';
import { byId, ids, useStage } from './stage.cts';

/* Somebody is faster, or seems to be. */

/** How many more times a rival takes the first of the slots that were just answered. */
let thefts = 0;

const stage = useStage({
	...inTheFuture,
	forEachTest: true,
	slotCacheMs: 60_000,
	onExchange(exchange) {
		const first = isSlotQuestion(exchange) ? firstStart(exchange) : undefined;
		if (first === undefined || thefts === 0) return;
		thefts -= 1;
		take(stage, first);
	},
});

beforeEach(() => {
	thefts = 0;
});

function firstStart({ responseBody }: Exchange): string | undefined {
	return /"startTime":"([^"]+)"/.exec(JSON.stringify(responseBody))?.[1];
}

/** Three of Lena's starts. */
const hour = { start: '2036-03-04T09:00', end: '2036-03-04T09:45' };
const window = '2036-03-04 09:00 to 2036-03-04 09:44 (Europe/Vienna)';
const advice = 'Choose a longer window or fewer preferences, or add other meeting types.';

const refused: FaultRule = {
	kind: 'status',
	method: 'POST',
	status: 400,
	body: { statusCode: 400, message: 'slot-occupied', errorCode: 'slot-occupied' },
};

it('a slot that is taken between question and booking is followed by the next', async () => {
	thefts = 2;
	const result = await stage.run(nextFree());
	expect(jsonOf(result)).toMatchObject([
		{ start: '2036-03-04T09:30:00.000+01:00', slotsTried: 3, bookingState: 'confirmed' },
	]);
	expect(attempts(stage)).toEqual([400, 400, 201]);
	const fresh = slotQuestions(stage).map(({ refreshCache }) => refreshCache);
	expect(fresh).toEqual([undefined, 'true', 'true']);
});

it('a slot that only meetergo’s old answer lists is followed by the next', async () => {
	await stage.run({ ...nextFree(), resource: 'availability', operation: 'getSlots' });
	take(stage, '2036-03-04T08:30:00+01:00');
	const result = await stage.run(nextFree({ attendeeEmail: 'ada.cruz@example.net' }));
	expect(jsonOf(result)).toMatchObject([{ start: '2036-03-04T09:00:00.000+01:00', slotsTried: 2 }]);
	expect(attempts(stage)).toEqual([400, 201]);
});

it('an old answer does not offer a run again what it has booked itself', async () => {
	await stage.run(nextFree(ofItem), { items: named('Ada Cruz', 'Bo Dahl', 'Cy Ek') });
	expect(attempts(stage)).toEqual([201, 201, 201]);
});

it('a slot that was refused is not tried again, even where it stays in the list', async () => {
	stage.sandbox.faults.add(refused);
	const result = await stage.run(nextFree(hour));
	expect(jsonOf(result)).toMatchObject([{ start: '2036-03-04T09:15:00.000+01:00', slotsTried: 2 }]);
});

it('the search ends when each slot was refused once', async () => {
	stage.sandbox.faults.add({ ...refused, times: Infinity });
	const { error, details } = await throughErrorOutput(stage, nextFree(hour));
	expect(error).toBe(`No slot is left for "Advice" from ${window}`);
	expect(details).toMatchObject({ code: 'noSlotLeft', httpCode: null, mayHaveHappened: false });
	expect(details.description).toBe(`${advice} 3 slots were tried, but were taken meanwhile.`);
	expect(attempts(stage)).toEqual([400, 400, 400]);
});

it('the earliest slot of all is looked for anew, at every meeting type', async () => {
	const { durations, mila, aroha } = ids.meetingTypes;
	stage.sandbox.faults.add(refused);
	const otherMeetingTypes = [mila, aroha];
	const result = await stage.run(preferring({ otherMeetingTypes, chooseBy: 'earliest' }, hour));
	expect(jsonOf(result)).toMatchObject([{ meetingTypeId: mila, slotsTried: 2 }]);
	const asked = slotQuestions(stage).map(({ meetingTypeId }) => meetingTypeId);
	// Aroha sleeps: where nothing was free, nothing can have been taken.
	expect(asked).toEqual([durations, mila, aroha, durations, mila]);
});

describe('when none is left', () => {
	const nobody = { start: '2036-03-09', end: '2036-03-09' };

	it('the item fails, and tells what was looked for', async () => {
		const { james, mila } = ids.users;
		const wished = {
			weekdays: ['monday', 'sunday'],
			fromTime: '09:00',
			untilTime: '12:00',
			noticeHours: 2,
			otherMeetingTypes: [ids.meetingTypes.mila],
		};
		const told = await failingAlike(
			stage,
			preferring(wished, { ...nobody, options: { hostIds: [james, mila] } }),
		);
		expect(told).toEqual(
			failed(
				'No slot is left for "Advice", "Contract talk" from 2036-03-09 00:00 to 2036-03-09 23:59 (Europe/Vienna)',
				{
					code: 'noSlotLeft',
					description: `${advice} Asked for: only Monday or Sunday; not before 09:00; over by 12:00; not sooner than 2 h from now; 2 chosen hosts. None was offered.`,
				},
			),
		);
	});

	it('the search ends after fifty slots, whatever the reason for their refusal', async () => {
		stage.sandbox.faults.add({ ...refused, times: 1000 });
		const days = { start: '2036-03-04', end: '2036-03-08' };
		const { details } = await throughErrorOutput(stage, nextFree(days));
		expect(details).toMatchObject({ code: 'noSlotLeft', mayHaveHappened: false });
		expect(details.description).toMatch(/ 50 slots were tried, but were taken meanwhile\.$/);
		expect(attempts(stage)).toHaveLength(50);
	});

	it('a meeting type that is switched off is named', async () => {
		const meetingTypeId = byId(ids.meetingTypes.disabled);
		const { details } = await throughErrorOutput(stage, nextFree({ meetingTypeId }));
		expect(details.description).toContain('Switched off, and not to be booked: "Retired offer"');
	});

	it('the item is empty where that is wished', async () => {
		const columns = ['id', 'pendingBookingId', 'bookingState', 'waitsFor', 'start', 'end'];
		const more = ['meetingTypeId', 'meetingTypeName'];
		const nothing = Object.fromEntries([...columns, ...more].map((name) => [name, null]));
		const forWhom = { attendeeName: 'Tomas Berg', attendeeEmail: 'tomas.berg@example.net' };
		const wished = { whenNoneLeft: 'empty' };
		const { items } = await stage.run(preferring(wished, nobody));
		expect(items).toEqual([
			{ json: { ...nothing, ...forWhom, slotsTried: 0 }, pairedItem: { item: 0 } },
		]);

		thefts = 2;
		const result = await stage.run(preferring(wished, hour));
		expect(jsonOf(result)).toEqual([{ ...nothing, ...forWhom, slotsTried: 2 }]);
	});
});

describe('any other failure ends the item', () => {
	const unseen: FaultRule = {
		kind: 'status',
		status: 403,
		path: 'paginated',
		times: Infinity,
	};

	it('above all one after which the slot may be booked', async () => {
		stage.sandbox.faults.add({ kind: 'reset', method: 'POST', when: 'after' });
		stage.sandbox.faults.add(unseen);
		const { details } = await throughErrorOutput(stage, nextFree());
		expect(details).toMatchObject({ code: 'connectionLost', mayHaveHappened: true });
		expect(details.description).toMatch(/ It was about 2036-03-04T08:30:00\.000\+01:00\.$/);
		expect(attempts(stage)).toHaveLength(1);
		expect(booked(stage)).toHaveLength(1);
	});

	it('and the next item looks at slots that know of it', async () => {
		stage.sandbox.faults.add({ kind: 'reset', method: 'POST', when: 'after' });
		stage.sandbox.faults.add(unseen);
		const result = await stage.run(nextFree(ofItem), {
			items: named('Ada Cruz', 'Bo Dahl'),
			onError: 'continueErrorOutput',
		});
		expect(column(result, 'start')).toEqual(['2036-03-04T09:00:00.000+01:00']);
		expect(result.errors).toMatchObject([{ pairedItem: { item: 0 } }]);
		expect(booked(stage)).toHaveLength(2);
	});

	it('as a refusal does', async () => {
		stage.sandbox.faults.add({ ...refused, body: { statusCode: 400, message: 'No' } });
		const { details } = await throughErrorOutput(stage, nextFree());
		expect(details).toMatchObject({ code: 'requestRefused', mayHaveHappened: false });
		expect(attempts(stage)).toEqual([400]);
	});
});
