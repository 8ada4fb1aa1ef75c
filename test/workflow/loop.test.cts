import { column, failed, sourcesOf } from './outcome.cts';
import { booking } from './booking.cts';
import { byId, ids, useStage, wire } from './stage.cts';

const stage = useStage({ forEachTest: true });

const { confirmed, group, cancelled } = ids.appointments;
const seeded: ReadonlySet<string> = new Set([confirmed, group, cancelled]);

function booked() {
	return [...stage.sandbox.state.appointments.values()].filter(({ id }) => !seeded.has(id));
}

function writes(): string[] {
	return wire(stage).filter((request) => !request.startsWith('GET'));
}

/** Five bookings on mornings of one week and the next; the third has no name. */
const five = [
	['Ada Cruz', '2026-03-03T09:00:00'],
	['Bo Dahl', '2026-03-04T09:00:00'],
	['', '2026-03-05T09:00:00'],
	['Cleo Engel', '2026-03-06T09:00:00'],
	['Dino Fabbri', '2026-03-09T09:00:00'],
].map(([name, start]) => ({ name, start }));

const bookEach = booking({
	attendeeName: '={{ $json.name }}',
	attendeeEmail: 'guest@example.net',
	start: '={{ $json.start }}',
});

describe('thirty items', () => {
	it('give thirty answers in their order, each with its item', async () => {
		const order = [group, cancelled, confirmed];
		const items = Array.from({ length: 30 }, (_, index) => ({ id: order[(index * 7) % 3] ?? '' }));
		const result = await stage.run(
			{ resource: 'booking', operation: 'get', bookingId: byId('={{ $json.id }}') },
			{ items },
		);
		expect(column(result, 'id')).toEqual(items.map(({ id }) => id));
		expect(sourcesOf(result)).toEqual([...items.keys()]);
	});

	it('give several answers each, still in order', async () => {
		const items = Array.from({ length: 30 }, (_, index) => ({ wanted: 1 + (index % 3) }));
		const result = await stage.run(
			{ resource: 'meetingType', operation: 'getAll', limit: '={{ $json.wanted }}' },
			{ items },
		);
		const sources = items.flatMap(({ wanted }, index) =>
			Array.from({ length: wanted }, () => index),
		);
		expect(sourcesOf(result)).toEqual(sources);
		const names = ['Site survey', 'Heat pump workshop', 'Newsletter interview'];
		const each = items.flatMap(({ wanted }) => names.slice(0, wanted));
		expect(column(result, 'name')).toEqual(each);
	});

	it('are booked one after the other', async () => {
		const items = Array.from({ length: 30 }, (_, index) => ({
			name: `Guest ${index}`,
			start: `2026-04-${String(1 + index).padStart(2, '0')}T20:00:00`,
		}));
		const anyTime = { ...bookEach, options: { ignoreAvailability: true } };
		const result = await stage.run(anyTime, { items });
		expect(column(result, 'attendeeName')).toEqual(items.map(({ name }) => name));
		expect(sourcesOf(result)).toEqual([...items.keys()]);
		expect(booked().map(({ attendees }) => attendees[0]?.fullname)).toEqual(
			items.map(({ name }) => name),
		);
		const asked = wire(stage);
		expect(asked.filter((line) => line.startsWith('POST'))).toHaveLength(30);
		expect(asked.filter((line) => line.startsWith('GET /v4/meeting-type'))).toHaveLength(1);
	});
});

describe('an item that is not valid', () => {
	const reason = 'Attendee Name: must not be empty.';
	const invalid = failed(reason, {
		parameter: 'Attendee Name',
		description:
			'Nothing was changed in meetergo for this item. Correct the field "Attendee Name" and run the node again.',
	});

	it('keeps the node from changing anything: no item is booked', async () => {
		const { error, items } = await stage.run(bookEach, { items: five });
		expect(error).toMatchObject({ message: reason, context: { itemIndex: 2 } });
		expect(items).toEqual([]);
		expect(wire(stage)).toEqual([]);
		expect(booked()).toEqual([]);
	});

	it('keeps the node from cancelling anything', async () => {
		const { status } = await stage.run(
			{ resource: 'booking', operation: 'cancel', bookingId: byId('={{ $json.id }}') },
			{ items: [{ id: confirmed }, { id: group }, { id: 'the third' }] },
		);
		expect(status).toBe('error');
		expect(writes()).toEqual([]);
	});

	it('leaves alone through the error output; the others are booked', async () => {
		const { items, errors, status } = await stage.run(bookEach, {
			items: five,
			onError: 'continueErrorOutput',
		});
		expect(status).toBe('success');
		expect(items.map(({ json, pairedItem }) => [json.attendeeName, pairedItem])).toEqual([
			['Ada Cruz', { item: 0 }],
			['Bo Dahl', { item: 1 }],
			['Cleo Engel', { item: 3 }],
			['Dino Fabbri', { item: 4 }],
		]);
		// n8n lays the error over the item it belongs to.
		expect(errors).toEqual([{ json: { ...five[2], ...invalid }, pairedItem: { item: 2 } }]);
		expect(booked()).toHaveLength(4);
	});

	it('stands at its place among the others when the node goes on without an error output', async () => {
		const { items, errors } = await stage.run(bookEach, {
			items: five,
			onError: 'continueRegularOutput',
		});
		expect(errors).toEqual([]);
		expect(items.map(({ json }) => json.attendeeName ?? json.error)).toEqual([
			'Ada Cruz',
			'Bo Dahl',
			reason,
			'Cleo Engel',
			'Dino Fabbri',
		]);
		expect(items[2]).toEqual({ json: invalid, pairedItem: { item: 2 } });
		expect(booked()).toHaveLength(4);
	});
});

describe('an item that meetergo refuses', () => {
	const taken = { name: 'Elin Gran', start: '2026-03-10T09:00:00' };

	it('ends the node, and the error tells that the item before stays booked', async () => {
		const items = [five[0] ?? {}, taken, five[4] ?? {}];
		const { error } = await stage.run(bookEach, { items });
		expect(error).toMatchObject({
			message: 'Start: The time is not offered, or no longer free',
			description:
				'Get the free slots again and choose another start. meetergo answered: slot-occupied. One other item is done and stays done.',
			context: { itemIndex: 1 },
		});
		expect(booked().map(({ attendees }) => attendees[0]?.fullname)).toEqual(['Ada Cruz']);
	});

	it('does not speak of items before it when nothing was changed', async () => {
		const { error } = await stage.run(
			{ resource: 'booking', operation: 'get', bookingId: byId('={{ $json.id }}') },
			{ items: [{ id: confirmed }, { id: ids.admin }] },
		);
		expect(error).toMatchObject({ context: { itemIndex: 1 } });
		expect(error).toHaveProperty('description', expect.not.stringContaining('done and stay'));
	});

	it('leaves alone through the error output; those after it are booked', async () => {
		const items = [five[0] ?? {}, taken, five[4] ?? {}];
		const result = await stage.run(bookEach, { items, onError: 'continueErrorOutput' });
		expect(sourcesOf(result)).toEqual([0, 2]);
		expect(result.errors).toEqual([
			{
				json: {
					...taken,
					...failed('Start: The time is not offered, or no longer free', {
						parameter: 'Start',
						httpCode: 400,
						code: 'slotOccupied',
						description:
							'Get the free slots again and choose another start. meetergo answered: slot-occupied',
					}),
				},
				pairedItem: { item: 1 },
			},
		]);
		expect(booked()).toHaveLength(2);
	});
});
