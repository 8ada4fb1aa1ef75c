import { booked, inTheFuture, nextFree } from './nextFree.cts';
import { bothCredentials, byId, ids, useStage } from './stage.cts';

const stage = useStage(inTheFuture);

/** Half hours of Mila's: all of Tuesday, and Wednesday until eleven. */
function halfHours(): string[] {
	const two = (number: number) => String(number).padStart(2, '0');
	const of = (day: string, count: number) =>
		Array.from(
			{ length: count },
			(_, at) => `${day}T${two(8 + Math.floor(at / 2))}:${at % 2 ? 30 : '00'}:00.000Z`,
		);
	return [...of('2036-03-04', 16), ...of('2036-03-05', 4)];
}

it('50 runs at once on 20 free slots book each of them once, and 30 learn that none is left', async () => {
	const { meetingTypes } = stage.sandbox.state;
	const type = meetingTypes.get(ids.meetingTypes.mila);
	if (!type) throw new Error('The seed lacks the meeting type');
	meetingTypes.set(type.id, { ...type, timeslotInterval: 30 });

	const runs = Array.from({ length: 50 }, async (_, at) => {
		const authentication = bothCredentials[at % 2] ?? 'personalAccessToken';
		const more = {
			meetingTypeId: byId(type.id),
			end: '2036-03-05T11:00',
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
	expect(new Set(attendees).size).toBe(20);
	const told = results.flatMap(({ items }) => items.map(({ json }) => json));
	expect(told.map(({ id }) => id).sort()).toEqual(appointments.map(({ id }) => id).sort());
	const failures = results.flatMap(({ errors }) => errors);
	expect(failures).toHaveLength(30);
	for (const { json } of failures) {
		expect(json).toMatchObject({ details: { code: 'noSlotLeft', mayHaveHappened: false } });
	}
});
