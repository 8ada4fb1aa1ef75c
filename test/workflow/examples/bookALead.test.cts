import { records, useExample } from './stage.cts';

const stage = useExample('book-a-lead.json');

it('books the first free time for the lead and moves it by a day or more', async () => {
	const result = await stage.run();

	const [first] = records(result, 'Find free times');
	const [booked] = records(result, 'Book it');
	const [moved] = records(result, 'Move it by a day');
	expect(booked).toMatchObject({
		start: first?.start,
		bookingState: 'confirmed',
		attendeeName: 'Nora Haugen',
		attendeeEmail: 'nora.haugen@example.net',
	});
	expect(moved).toMatchObject({ id: booked?.id, previousStart: booked?.start });
	const movedBy = Date.parse(String(moved?.start)) - Date.parse(String(booked?.start));
	expect(movedBy).toBeGreaterThanOrEqual(24 * 60 * 60 * 1000);
});
