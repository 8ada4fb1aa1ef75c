import { column, jsonOf } from './outcome.cts';
import { booking } from './booking.cts';
import { byId, ids, useStage } from './stage.cts';

const stage = useStage({ forEachTest: true });

/** Gets a booking in these fields. */
function row(id: unknown, outputFields: string) {
	const bookingId = byId(String(id));
	return { resource: 'booking', operation: 'get', bookingId, output: 'selected', outputFields };
}

it('tells of a booking what a row of a CRM takes, beside simplified and raw fields', async () => {
	const answersJson = '{"Year of construction": "1974", "Roof": " ", "Floors": "2"}';
	const made = await stage.run(
		booking({ attendeeName: 'Anna Maria Berg', additionalFields: { answersJson } }),
	);
	const fields =
		'start, minutes, attendeeFirstName, attendeeLastName, attendeeCount, answers, hostEmail, hostIds.0';
	const result = await stage.run(row(column(made, 'id')[0], fields));
	expect(jsonOf(result)).toEqual([
		{
			start: '2026-03-03T09:00:00.000+01:00',
			minutes: 45,
			attendeeFirstName: 'Anna Maria',
			attendeeLastName: 'Berg',
			attendeeCount: 1,
			answers: 'Year of construction: 1974; Floors: 2',
			hostEmail: 'lena.okafor@example.org',
			'hostIds.0': ids.users.lena,
		},
	]);
});

it('tells what became of a booking, with times in the zone of the node', async () => {
	const { cancelled } = ids.appointments;
	const fields = 'rescheduled, cancelReason, createdAt, updatedAt, meetingTypeId, location';
	const result = await stage.run({
		...row(cancelled, fields),
		options: { timezone: 'America/New_York' },
	});
	expect(jsonOf(result)).toEqual([
		{
			rescheduled: 0,
			cancelReason: 'Host is ill',
			createdAt: expect.stringMatching(/-05:00$/),
			updatedAt: expect.stringMatching(/-05:00$/),
			meetingTypeId: ids.meetingTypes.oneToOne,
			location: null,
		},
	]);
});

it('leaves null where a booking tells nothing', async () => {
	const { confirmed } = ids.appointments;
	const body = JSON.stringify({ id: confirmed, start: 'soon', end: 'later' });
	stage.sandbox.faults.add({ kind: 'garbage', body });
	const fields = ['minutes', 'answers', 'attendeeLastName', 'attendeeCount', 'createdAt'];
	const result = await stage.run(row(confirmed, fields.join()));
	expect(jsonOf(result)).toEqual([Object.fromEntries(fields.map((name) => [name, null]))]);
});
