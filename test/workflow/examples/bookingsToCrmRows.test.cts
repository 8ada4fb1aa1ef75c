import { moments, records, useExample } from './stage.cts';

describe.each(moments)('at %s', (_name, now) => {
	const stage = useExample('bookings-to-crm-rows.json', now);

	it('makes a CRM row of each booking of the week', async () => {
		const result = await stage.run();

		const bookings = records(result, "Get this week's bookings");
		const rows = records(result, 'CRM row');
		expect(rows.map((row) => row.booking_id)).toEqual(bookings.map((booking) => booking.id));
		expect(rows[0]).toEqual({
			booking_id: bookings[0]?.id,
			contact_name: bookings[0]?.attendeeName,
			contact_email: bookings[0]?.attendeeEmail,
			subject: `${bookings[0]?.meetingTypeName} with ${bookings[0]?.hostName}`,
			day: String(bookings[0]?.start).slice(0, 10),
			minutes: 30,
			status: 'confirmed',
		});
		expect(new Set(bookings.map((booking) => booking.hostName)).size).toBeGreaterThan(1);
		expect(new Set(rows.map((row) => row.status))).toEqual(new Set(['confirmed', 'cancelled']));
	});
});
