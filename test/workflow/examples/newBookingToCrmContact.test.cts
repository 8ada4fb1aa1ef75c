import { ids } from '../../../sandbox/seed.cts';
import type { Appointment, Attendee } from '../../../sandbox/records/bookings.cts';
import { appointments, type ExampleStage, moments, records, useExample, writes } from './stage.cts';

const FILE = 'new-booking-to-crm-contact.json';

/** A booking that is to come, of somebody whom nobody knows yet. */
function newBooking(stage: ExampleStage, attendee: Partial<Attendee> = {}): Appointment {
	const { state, clock } = stage.sandbox;
	const booking = appointments(stage).find(({ start }) => start > clock.iso());
	const [known] = booking?.attendees ?? [];
	if (!booking || !known) throw new Error('The example sandbox lacks bookings');
	const nora = {
		email: 'nora.haugen@example.net',
		firstname: 'Nora',
		lastname: 'Haugen',
		fullname: 'Nora Haugen',
		phone: '+47 22 55 01 77',
		notes: { Heating: 'Oil', Roof: '' },
	};
	const changed = { ...booking, attendees: [{ ...known, ...nora, ...attendee }] };
	state.appointments.set(changed.id, changed);
	return changed;
}

function contactsAt({ sandbox }: ExampleStage, email: string) {
	return [...sandbox.state.contacts.values()].filter((contact) => contact.email === email);
}

describe.each(moments)('at %s', (_name, now) => {
	const stage = useExample(FILE, now);

	it('makes a contact of the attendee, and a deal', async () => {
		const booking = newBooking(stage);
		const { meetingInfo } = stage.sandbox.state.meetingTypes.get(booking.meetingTypeId) ?? {};
		const host = stage.sandbox.state.users.get(booking.hostIds[0] ?? '');

		const result = await stage.run({ pinned: await stage.told('booking_created', { booking }) });

		const [contact, ...others] = contactsAt(stage, 'nora.haugen@example.net');
		expect(others).toEqual([]);
		expect(contact).toMatchObject({
			firstName: 'Nora',
			lastName: 'Haugen',
			phoneNumber: '+47 22 55 01 77',
			tags: ['Booked a meeting'],
		});
		const [row] = records(result, 'CRM row');
		expect(row).toEqual({
			row_key: `${booking.id}_${booking.attendees[0]?.id}`,
			deal: `${meetingInfo?.name} with ${host?.givenName} ${host?.familyName}`,
			stage: 'Meeting booked',
			owner: host?.email,
			contact_id: contact?.id,
			name: 'Nora Haugen',
			email: 'nora.haugen@example.net',
			phone: '+47 22 55 01 77',
			meeting_at: expect.any(String),
			minutes: 30,
			answers: 'Heating: Oil',
		});
		expect(Date.parse(String(row?.meeting_at))).toBe(Date.parse(booking.start));
	});
});

describe('more than once, and others', () => {
	const stage = useExample(FILE);

	it('writes nothing the second time, and gives the same row', async () => {
		const pinned = await stage.told('booking_created', { booking: newBooking(stage) });
		const first = await stage.run({ pinned });
		expect(writes(stage)).toEqual(['POST /crm']);
		expect(stage.exchanges).toHaveLength(3);
		stage.exchanges.splice(0);

		const second = await stage.run({ pinned });

		expect(records(second, 'CRM row')).toEqual(records(first, 'CRM row'));
		expect(writes(stage)).toEqual([]);
		expect(stage.exchanges).toHaveLength(1);
	});

	it('adds a tag to a contact who is known, and leaves tags and notes', async () => {
		const { contacts } = stage.sandbox.state;
		const tomas = contacts.get(ids.contacts.tomas);
		if (!tomas) throw new Error('The seed lacks the contact');
		const booking = newBooking(stage, {
			email: tomas.email,
			firstname: null,
			lastname: null,
			fullname: 'Tomas Berg',
			phone: null,
		});

		await stage.run({ pinned: await stage.told('booking_created', { booking }) });

		expect(contacts.get(tomas.id)).toMatchObject({
			notes: tomas.notes,
			phoneNumber: tomas.phoneNumber,
			tags: [...tomas.tags, 'Booked a meeting'],
		});
		expect(stage.exchanges).toHaveLength(3);
	});

	it('takes all who attend a group, as any of them may be the one who has just joined', async () => {
		const booking = stage.sandbox.state.appointments.get(ids.appointments.group);
		if (!booking) throw new Error('The seed lacks the group');

		const result = await stage.run({ pinned: await stage.told('booking_created', { booking }) });

		expect(records(result, 'CRM row').map(({ contact_id, email }) => [contact_id, email])).toEqual([
			[ids.contacts.amina, 'amina.costa@example.net'],
			[ids.contacts.bruno, 'bruno.duarte@example.net'],
		]);
	});

	it('gives a row, and makes no contact, of somebody who booked by phone', async () => {
		const booking = newBooking(stage, { email: null });

		const result = await stage.run({ pinned: await stage.told('booking_created', { booking }) });

		expect(records(result, 'CRM row')).toEqual([
			expect.objectContaining({ contact_id: null, email: null, phone: '+47 22 55 01 77' }),
		]);
		expect(writes(stage)).toEqual([]);
	});
});
