import type { INodeExecutionData } from 'n8n-workflow';
import { column } from './outcome.cts';
import { booking } from './booking.cts';
import { bothCredentials, byId, ids, useStage, wire } from './stage.cts';

const stage = useStage({ forEachTest: true });

const { confirmed, group } = ids.appointments;
const options = { attachInvitation: true };
const get = { resource: 'booking', operation: 'get', bookingId: byId(confirmed), options };

/** The text of the file that an item carries. */
function invitation(item: INodeExecutionData | undefined): string {
	expect(Object.keys(item?.binary ?? {})).toEqual(['invitation']);
	const file = item?.binary?.invitation;
	expect(file).toMatchObject({ fileName: 'invitation.ics', mimeType: 'text/calendar' });
	return Buffer.from(file?.data ?? '', 'base64').toString();
}

describe.each(bothCredentials)('the invitation with %s', (authentication) => {
	it('comes with a booking that is got', async () => {
		const { items } = await stage.run({ authentication, ...get });
		const text = invitation(items[0]);
		expect(text).toMatch(/^BEGIN:VCALENDAR\r\n/);
		expect(text).toContain(`UID:${confirmed}`);
		expect(items).toMatchObject([{ json: { id: confirmed }, pairedItem: { item: 0 } }]);
	});

	it('comes with a booking that is made', async () => {
		const { items } = await stage.run({ authentication, ...booking({ options }) });
		const id = items[0]?.json.id;
		expect(invitation(items[0])).toContain(`UID:${id}`);
		expect(items).toMatchObject([{ json: { bookingState: 'confirmed' }, pairedItem: { item: 0 } }]);
		expect(wire(stage)).toEqual([
			`GET /v4/meeting-type/${ids.meetingTypes.oneToOne} 200`,
			'POST /v4/booking 201',
			`GET /v4/appointment/${id} 200`,
		]);
	});
});

it('comes with each item that asks for it', async () => {
	const { items } = await stage.run(
		{
			...get,
			bookingId: byId('={{ $json.id }}'),
			options: { attachInvitation: '={{ $json.wanted }}' },
		},
		{
			items: [
				{ id: confirmed, wanted: false },
				{ id: group, wanted: true },
			],
		},
	);
	expect(items[0]).not.toHaveProperty('binary');
	expect(invitation(items[1])).toContain(`UID:${group}`);
	expect(items[1]?.pairedItem).toEqual({ item: 1 });
});

it('comes whatever the output shows', async () => {
	const { items } = await stage.run({ ...get, output: 'selected', outputFields: 'id' });
	expect(items[0]?.json).toEqual({ id: confirmed });
	expect(invitation(items[0])).toMatch(/^BEGIN:VCALENDAR/);
});

it('does not come unless asked for', async () => {
	const { items } = await stage.run({ ...get, options: {} });
	expect(items[0]).not.toHaveProperty('binary');
});

it('is not asked for while a booking is pending', async () => {
	const meetingTypeId = byId(ids.meetingTypes.doubleOptIn);
	const { items, hints } = await stage.run(booking({ meetingTypeId, options }));
	expect(items).toMatchObject([{ json: { bookingState: 'pending' } }]);
	expect(items[0]).not.toHaveProperty('binary');
	expect(hints).toEqual([]);
	const invitations = wire(stage).filter((request) => /\/appointment\/[0-9a-f]{8}-/.test(request));
	expect(invitations).toEqual([]);
});

it('that cannot be read leaves the new booking as it is, and a hint', async () => {
	stage.sandbox.faults.add({ kind: 'status', status: 403, method: 'GET', path: '/appointment/' });
	const result = await stage.run(booking({ options }));
	expect(column(result, 'bookingState')).toEqual(['confirmed']);
	expect(result.items[0]).not.toHaveProperty('binary');
	expect(result.hints.map(({ message }) => message)).toEqual([
		'The meeting is booked, but its invitation could not be attached: meetergo did not allow this.',
	]);
});

it('that meetergo does not have leaves a hint', async () => {
	const { id, start, end } = { id: confirmed, start: '2026-03-10', end: '2026-03-10' };
	stage.sandbox.faults.add({ kind: 'garbage', body: JSON.stringify({ id, start, end }) });
	const result = await stage.run(get);
	expect(column(result, 'id')).toEqual([confirmed]);
	expect(result.items[0]).not.toHaveProperty('binary');
	expect(result.hints.map(({ message }) => message)).toEqual([
		'meetergo has no invitation for a booking, so no file was attached to it.',
	]);
});
