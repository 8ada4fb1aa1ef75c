import { atScale } from '../scale.cts';
import { booked, inTheFuture, nextFree } from './nextFree.cts';
import { bothCredentials, byId, ids, useStage } from './stage.cts';

const stage = useStage(inTheFuture);

/** The last day until eleven, and at full size all of Tuesday before it, are Mila's free half hours. */
const LAST_DAY = atScale('2036-03-05', '2036-03-04');
const SLOTS = atScale(20, 4);
const RUNS = atScale(50, 10);

function halfHours(): string[] {
	const two = (number: number) => String(number).padStart(2, '0');
	const of = (day: string, count: number) =>
		Array.from(
			{ length: count },
			(_, at) => `${day}T${two(8 + Math.floor(at / 2))}:${at % 2 ? 30 : '00'}:00.000Z`,
		);
	return [...of('2036-03-04', SLOTS - 4), ...of(LAST_DAY, 4)];
}

it(`${RUNS} runs at once on ${SLOTS} free slots book each of them once, and the others learn that none is left`, async () => {
	const { meetingTypes } = stage.sandbox.state;
	const type = meetingTypes.get(ids.meetingTypes.mila);
	if (!type) throw new Error('The seed lacks the meeting type');
	meetingTypes.set(type.id, { ...type, timeslotInterval: 30 });

	const runs = Array.from({ length: RUNS }, async (_, at) => {
		const authentication = bothCredentials[at % 2] ?? 'personalAccessToken';
		const more = {
			meetingTypeId: byId(type.id),
			end: `${LAST_DAY}T11:00`,
			attendeeName: `No. ${at}`,
			// Who has a booking in the window already gets that one.
			attendeeEmail: `no.${at}@example.net`,
		};
		return await stage.run(
			{ authentication, ...nextFree(more) },
			{ onError: 'continueErrorOutput' },
		);
	});
	const results = await Promise.all(runs);

	const appointments = booked(stage);
	expect(appointments.map(({ start }) => start).sort()).toEqual(halfHours());
	const attendees = appointments.map(({ attendees: [one] }) => one?.fullname);
	expect(new Set(attendees).size).toBe(SLOTS);
	const told = results.flatMap(({ items }) => items.map(({ json }) => json));
	expect(told.map(({ id }) => id).sort()).toEqual(appointments.map(({ id }) => id).sort());
	const failures = results.flatMap(({ errors }) => errors);
	expect(failures).toHaveLength(RUNS - SLOTS);
	for (const { json } of failures) {
		expect(json).toMatchObject({ details: { code: 'noSlotLeft', mayHaveHappened: false } });
	}
});
