import type { INodeParameters } from 'n8n-workflow';
import { bookingOf, bookingsOf, everyKind, kinds, noor, toldId } from './kinds.cts';
import { column, failingAlike, jsonOf } from './outcome.cts';
import { bothCredentials, byId, ids, useStage, wire } from './stage.cts';

/* The same booking is asked for more than once, by a second run or by a second item. */

const stage = useStage({ forEachTest: true });

const again = { ifAlreadyBooked: 'createAnother' };
const posts = () => wire(stage).filter((line) => line.startsWith('POST'));

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
