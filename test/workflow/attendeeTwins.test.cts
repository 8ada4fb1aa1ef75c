import type { INodeParameters } from 'n8n-workflow';
import { column, failingAlike } from './outcome.cts';
import { byId, ids, useStage, wire } from './stage.cts';

/* Two attendees of one booking with the same mail address: only their ids tell them apart. */

const stage = useStage({ forEachTest: true });

const { group } = ids.appointments;
const { groupFirst, groupSecond } = ids.attendees;
const EMAIL = 'family@example.net';

const stored = () => stage.sandbox.state.appointments.get(group);

beforeEach(() => {
	const booking = stored();
	if (booking === undefined) throw new Error('The booking is missing');
	const attendees = booking.attendees.map((attendee) => ({ ...attendee, email: EMAIL }));
	stage.sandbox.state.appointments.set(group, { ...booking, attendees });
});

describe.each<[string, INodeParameters]>([
	['cancel', { operation: 'cancel', cancelFor: 'attendee' }],
	['addGuest', { operation: 'addGuest', guestEmail: 'ada@example.com' }],
])('%s', (_operation, more) => {
	const given = (attendee: string): INodeParameters => ({
		resource: 'booking',
		bookingId: byId(group),
		attendee,
		...more,
	});

	it.each([EMAIL, 'Family@Example.net'])('is refused by name for %s', async (attendee) => {
		const before = stored();
		const { error, details } = await failingAlike(stage, given(attendee));
		expect(error).toMatch(/^Attendee Email or ID: /);
		expect(details).toMatchObject({ code: 'invalidInput', parameter: 'Attendee Email or ID' });
		expect(wire(stage).filter((line) => !line.startsWith('GET'))).toEqual([]);
		expect(stored()).toEqual(before);
	});

	it('concerns the one whose ID is given', async () => {
		const result = await stage.run(given(groupSecond));
		expect(column(result, 'attendeeName')).toEqual(['Bruno Duarte']);
		const first = stored()?.attendees.find(({ id }) => id === groupFirst);
		expect(first).toMatchObject({ fullname: 'Amina Costa', bringalongEmails: [] });
	});
});
