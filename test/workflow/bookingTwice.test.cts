import type { INodeParameters } from 'n8n-workflow';
import { bookingOf, bookingsOf, everyKind, kinds, noor, toldId } from './kinds.cts';
import { column, failingAlike, hintsOf, jsonOf } from './outcome.cts';
import { named, ofItem } from './people.cts';
import { bothCredentials, byId, credentials, ids, useStage, wire } from './stage.cts';

/* The same booking is asked for more than once, by a second run or by a second item. */

const stage = useStage({ forEachTest: true });

const again = { ifAlreadyBooked: 'createAnother' };
const posts = () => wire(stage).filter((line) => line.startsWith('POST'));
const reads = () => wire(stage).filter((line) => line.includes('paginated'));

describe.each(bothCredentials)('a second run with %s', (authentication) => {
	it.each(everyKind)('books nothing, and returns what is booked: %s', async (kind) => {
		const parameters = { authentication, ...bookingOf(kind) };
		const first = await stage.run(parameters);
		const second = await stage.run({ ...parameters, attendeeEmail: noor.toUpperCase() });
		const [told] = jsonOf(first);
		expect(told).toMatchObject({ change: 'created' });
		expect(jsonOf(second)).toEqual([
			{ ...told, attendeeEmail: noor.toUpperCase(), change: 'unchanged' },
		]);
		expect(bookingsOf(stage, kinds[kind].type)).toEqual([toldId(told ?? {})]);
	});

	it.each(everyKind)('books again what was cancelled or declined: %s', async (kind) => {
		const parameters = { authentication, ...bookingOf(kind) };
		const first = await stage.run(parameters);
		const [{ id, pendingBookingId } = {}] = jsonOf(first);
		const isBooked = typeof id === 'string';
		if (kind === 'group' || !isBooked) {
			await stage.run({
				authentication,
				resource: 'booking',
				...(isBooked
					? { operation: 'cancel', bookingId: byId(id), cancelFor: 'attendee', attendee: noor }
					: {
							operation: 'declinePending',
							pendingBookingId: byId(String(pendingBookingId)),
						}),
			});
		} else {
			await stage.run({
				authentication,
				resource: 'booking',
				operation: 'cancel',
				bookingId: byId(id),
			});
		}
		const second = await stage.run(parameters);
		expect(column(second, 'change')).toEqual(['created']);
		expect(bookingsOf(stage, kinds[kind].type)).toEqual(jsonOf(second).map(toldId));
	});
});

it('a second item about the same attendee returns the booking of the first', async () => {
	const result = await stage.run(bookingOf('group'), { items: [{}, {}] });
	expect(column(result, 'change')).toEqual(['created', 'unchanged']);
	expect(new Set(column(result, 'id')).size).toBe(1);
	expect(posts()).toHaveLength(1);
});

it('another meeting at the same time is wished for, and made', async () => {
	await stage.run(bookingOf('queue'));
	const result = await stage.run(bookingOf('queue', { options: again }));
	expect(column(result, 'change')).toEqual(['created']);
	expect(bookingsOf(stage, kinds.queue.type)).toHaveLength(2);
});

it('the availability is ignored, and the attendee booked once all the same', async () => {
	const options = { ignoreAvailability: true };
	await stage.run(bookingOf('one-to-one'));
	const second = await stage.run(bookingOf('one-to-one', { options }));
	expect(column(second, 'change')).toEqual(['unchanged']);
	const third = await stage.run(bookingOf('one-to-one', { options: { ...options, ...again } }));
	expect(column(third, 'change')).toEqual(['created']);
	expect(bookingsOf(stage, kinds['one-to-one'].type)).toHaveLength(2);
});

it('a booking that is found brings its invitation', async () => {
	await stage.run(bookingOf('one-to-one'));
	const options = { attachInvitation: true };
	const { items } = await stage.run(bookingOf('one-to-one', { options }));
	expect(items).toMatchObject([{ json: { change: 'unchanged' } }]);
	expect(items[0]?.binary).toHaveProperty('invitation');
});

describe('without a mail address', () => {
	const byPhone = (attendeePhone: string): INodeParameters =>
		bookingOf('group', {
			meetingTypeId: byId(ids.meetingTypes.phoneOnly),
			start: '2026-03-03T10:00',
			attendeeEmail: '',
			attendeePhone,
		});

	it('the attendee is known by the phone number, however it is written', async () => {
		await stage.run(byPhone('+43 1 234 56 78'));
		const second = await stage.run(byPhone('+43-1-2345678'));
		expect(column(second, 'change')).toEqual(['unchanged']);
		const { details } = await failingAlike(stage, byPhone('+43 1 999'));
		expect(details.code).toBe('slotOccupied');
	});

	it('a booking that is not found is left in doubt, as the number may be kept differently', async () => {
		stage.sandbox.faults.add({ kind: 'reset', method: 'POST' });
		const parameters = { ...byPhone('+43 1 234 56 78'), options: { maxWait: 1 } };
		const result = await stage.run(parameters, { onError: 'continueErrorOutput' });
		expect(result.errors).toMatchObject([{ json: { details: { mayHaveHappened: true } } }]);
		expect(posts()).toHaveLength(1);
	});
});

describe('a time that is taken', () => {
	it('by somebody else fails as before, however often it is asked for', async () => {
		await stage.run(bookingOf('one-to-one'));
		const other = bookingOf('one-to-one', { attendeeEmail: 'ada.cruz@example.net' });
		const { details } = await failingAlike(stage, other);
		expect(details).toMatchObject({ code: 'slotOccupied', mayHaveHappened: false });
	});

	it('fails as before where it cannot be seen by whom', async () => {
		await stage.run(bookingOf('one-to-one'));
		const hidden = { kind: 'status', status: 403, path: 'paginated', times: Infinity } as const;
		stage.sandbox.faults.add(hidden);
		const { details } = await failingAlike(stage, bookingOf('one-to-one'));
		expect(details).toMatchObject({ code: 'slotOccupied', httpCode: 400 });
	});

	it('fails where another meeting is wished for', async () => {
		await stage.run(bookingOf('one-to-one'));
		const { details } = await failingAlike(stage, bookingOf('one-to-one', { options: again }));
		expect(details.code).toBe('slotOccupied');
	});
});

describe('who may not read the bookings of others', () => {
	const asJames = { credential: { accessToken: credentials.memberToken } };
	const hint =
		'Not all bookings among which the attendee could be already may be read with this key. A second run might book again. To prevent that, act as an admin.';

	it('books all the same, and is told once', async () => {
		const items = named('Ada Cruz', 'Bo Dahl');
		const result = await stage.run(bookingOf('queue', ofItem), { items, ...asJames });
		expect(column(result, 'change')).toEqual(['created', 'created']);
		expect(hintsOf(result)).toEqual([hint]);
		// Each list that is closed is asked for once.
		expect(reads().filter((line) => line.endsWith('403'))).toHaveLength(3);
	});

	it('finds what they host themselves', async () => {
		const options = { hostIds: [ids.users.james] };
		const start = '2026-03-04T15:00';
		await stage.run(bookingOf('queue', { start, options }));
		const result = await stage.run(bookingOf('queue', { start }), asJames);
		expect(column(result, 'change')).toEqual(['unchanged']);
		expect(hintsOf(result)).toEqual([]);
		expect(bookingsOf(stage, kinds.queue.type)).toHaveLength(1);
	});

	it('needs no list of theirs where one host has one seat', async () => {
		const result = await stage.run(bookingOf('one-to-one'), asJames);
		expect(hintsOf(result)).toEqual([]);
		expect(posts()).toEqual(['POST /v4/booking 201']);
	});

	it('a limited token asks by the id of the host, as it may not ask who it is', async () => {
		const limited = { credential: { accessToken: credentials.schedulingOnlyToken } };
		await stage.run(bookingOf('group'), limited);
		const result = await stage.run(bookingOf('group'), limited);
		expect(column(result, 'change')).toEqual(['unchanged']);
		expect(wire(stage)).toContain('GET /v4/user/me 403');
	});
});

describe('what a look costs', () => {
	it('nothing where one host has one seat', async () => {
		await stage.run(bookingOf('one-to-one'));
		expect(wire(stage)).toEqual([
			`GET /v4/meeting-type/${kinds['one-to-one'].type} 200`,
			'POST /v4/booking 201',
		]);
	});

	it('one list for all items of a day', async () => {
		const items = named('Ada Cruz', 'Bo Dahl', 'Cy Ek').map((person, at) => ({
			...person,
			start: `2026-03-10T${13 + (at % 2)}:00`,
		}));
		const parameters = bookingOf('group', { ...ofItem, start: '={{ $json.start }}' });
		await stage.run(parameters, { items });
		expect(posts()).toHaveLength(3);
		expect(reads()).toHaveLength(1);
		expect(wire(stage).filter((line) => line.includes('/user/me'))).toHaveLength(1);
	});

	it('a list for each member of a queue, and the queue once', async () => {
		const items = named('Ada Cruz', 'Bo Dahl');
		await stage.run(bookingOf('queue', ofItem), { items });
		expect(reads()).toHaveLength(4);
		expect(wire(stage).filter((line) => line.includes('/queue/'))).toHaveLength(1);
	});

	it('another list where bookings may wait, once for all days', async () => {
		const items = named('Ada Cruz', 'Bo Dahl').map((person, at) => ({
			...person,
			start: `2026-03-0${3 + at}T10:00`,
		}));
		const parameters = bookingOf('double opt-in', { ...ofItem, start: '={{ $json.start }}' });
		await stage.run(parameters, { items });
		const paths = reads().map((line) => line.split('/')[2]);
		expect(paths).toEqual(['provisional-booking', 'appointment', 'appointment']);
	});
});
