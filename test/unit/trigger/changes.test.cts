import type { Appointment } from '../../../nodes/Meetergo/api/appointments';
import { changesOf, type Look } from '../../../nodes/Meetergo/trigger/poll/changes';
import type { Seen } from '../../../nodes/Meetergo/trigger/poll/seen';

const HOUR = 3_600_000;
const NOW = Date.parse('2026-03-02T08:00:00Z');
const iso = (millis: number) => new Date(millis).toISOString();

/** A look an hour after the trigger began. */
const at: Look = { now: NOW, since: NOW - HOUR, newAfter: NOW - HOUR, leadMs: HOUR };

/** A booking made long ago that starts in a day. */
function booking(more: Partial<Appointment> = {}): Appointment {
	return {
		id: 'e81f5a27-94b3-4d6e-a0c8-3b5d7f9e1a55',
		start: iso(NOW + 24 * HOUR),
		end: iso(NOW + 25 * HOUR),
		createdAt: iso(NOW - 100 * HOUR),
		rescheduleCount: 0,
		rescheduledAt: null,
		cancel: null,
		attendees: [{ id: 'ada' }],
		...more,
	};
}

/** What is remembered of a booking that was looked at before. */
function seenOf(before: Appointment, look: Look = { ...at, now: NOW - HOUR }): Seen | undefined {
	return changesOf(before, undefined, look).seen;
}

const tell = (now: Appointment, before?: Seen, look: Look = at) =>
	changesOf(now, before, look).changes.map(({ facts: { event, cancelledScope } }) =>
		[event, cancelledScope].filter(Boolean).join(' '),
	);

describe('a booking of which nothing is known', () => {
	it.each<[string, Partial<Appointment>, string[]]>([
		['made before the trigger looked', {}, []],
		['made since', { createdAt: iso(NOW - 1) }, ['booking_created']],
		['that does not tell when it was made', { createdAt: undefined }, ['booking_created']],
		['moved since', { rescheduledAt: iso(NOW - 1), rescheduleCount: 1 }, ['booking_rescheduled']],
		['moved before', { rescheduledAt: iso(NOW - 2 * HOUR), rescheduleCount: 1 }, []],
		['cancelled since', { cancel: { actionAt: iso(NOW - 1) } }, ['booking_cancelled booking']],
		['cancelled before', { cancel: { actionAt: iso(NOW - 2 * HOUR) } }, []],
		[
			'made and cancelled since',
			{ createdAt: iso(NOW - 9), isCancelled: true },
			['booking_created', 'booking_cancelled booking'],
		],
		['that started soon before', { start: iso(NOW - 1), end: iso(NOW + HOUR) }, []],
		[
			'that starts soon since',
			{ start: iso(NOW + HOUR), end: iso(NOW + 2 * HOUR) },
			['booking_starts_soon'],
		],
		['that was due when the trigger began', { start: iso(NOW) }, []],
		['ended since', { start: iso(NOW - HOUR), end: iso(NOW - 1) }, ['booking_ended']],
		['ended before', { start: iso(NOW - 3 * HOUR), end: iso(NOW - 2 * HOUR) }, []],
		[
			'made since, for a time that is over',
			{ start: iso(NOW - 5 * HOUR), end: iso(NOW - 4 * HOUR), createdAt: iso(NOW - 1) },
			['booking_created', 'booking_ended'],
		],
		[
			'made since, to start soon',
			{ start: iso(NOW + 1), createdAt: iso(NOW - 1) },
			['booking_created', 'booking_starts_soon'],
		],
		['whose start cannot be read', { start: 'soon', createdAt: iso(NOW - 1) }, []],
	])('%s', (_what, more, events) => {
		expect(tell(booking(more))).toEqual(events);
	});
});

describe('a booking that was seen before', () => {
	const before = booking();

	it.each<[string, Partial<Appointment>, string[]]>([
		['stays as it is', {}, []],
		['is moved', { start: iso(NOW + 30 * HOUR) }, ['booking_rescheduled']],
		['is moved there and back', { rescheduleCount: 2 }, ['booking_rescheduled']],
		['is cancelled', { isCancelled: true }, ['booking_cancelled booking']],
		[
			'is moved and cancelled',
			{ start: iso(NOW + 30 * HOUR), isCancelled: true },
			['booking_rescheduled', 'booking_cancelled booking'],
		],
		['gets an attendee', { attendees: [{ id: 'ada' }, { id: 'bob' }] }, ['booking_created']],
		[
			'changes its attendee',
			{ attendees: [{ id: 'bob' }] },
			['booking_created', 'booking_cancelled attendee'],
		],
		['tells no attendees', { attendees: undefined }, []],
		[
			'is moved to start soon',
			{ start: iso(NOW + 9) },
			['booking_rescheduled', 'booking_starts_soon'],
		],
	])('%s', (_what, more, events) => {
		expect(tell(booking(more), seenOf(before))).toEqual(events);
	});

	it('names who has left, and shows who has joined first', () => {
		const group = booking({ attendees: [{ id: 'ada' }, { id: 'bob' }] });
		const now = booking({ attendees: [{ id: 'ada' }, { id: 'eve' }] });

		const { changes } = changesOf(now, seenOf(group), at);

		expect(
			changes.map(({ facts, booking: { attendees } }) => [
				facts.event,
				facts.leftAttendeeIds,
				attendees,
			]),
		).toEqual([
			['booking_created', undefined, [{ id: 'eve' }, { id: 'ada' }]],
			['booking_cancelled', 'bob', [{ id: 'ada' }, { id: 'eve' }]],
		]);
	});

	it('tells where a moved booking stood', () => {
		const { changes } = changesOf(booking({ start: iso(NOW + 30 * HOUR) }), seenOf(before), at);

		expect(changes[0]?.facts.previousStart).toBe(before.start);
	});
});

describe('what becomes due by itself', () => {
	const soon = booking({ start: iso(NOW + HOUR), end: iso(NOW + 2 * HOUR) });

	it('is told once for each start', () => {
		const first = changesOf(soon, seenOf(soon), at);
		expect(first.changes.map(({ facts }) => facts.event)).toEqual(['booking_starts_soon']);
		expect(tell(soon, first.seen, { ...at, now: NOW + 9 })).toEqual([]);
		const later = booking({ start: iso(NOW + 5 * HOUR) });
		const moved = changesOf(later, first.seen, { ...at, now: NOW + 9 });
		expect(moved.changes.map(({ facts }) => facts.event)).toEqual(['booking_rescheduled']);
		expect(tell(later, moved.seen, { ...at, now: NOW + 4.5 * HOUR })).toEqual([
			'booking_starts_soon',
		]);
	});

	it('never announces what has begun, as after a pause', () => {
		expect(tell(soon, seenOf(soon), { ...at, now: NOW + HOUR })).toEqual([]);
	});

	it('tells the end once, as late as it may be', () => {
		const look = { ...at, now: NOW + 100 * HOUR };
		const over = changesOf(soon, seenOf(soon), look);
		expect(over.changes.map(({ facts }) => facts.event)).toEqual(['booking_ended']);
		expect(tell(soon, over.seen, { ...look, now: look.now + 9 })).toEqual([]);
	});

	it('does not tell of what is cancelled', () => {
		const off = { ...soon, isCancelled: true };
		expect(tell(off, seenOf(soon), { ...at, now: NOW + 9 * HOUR })).toEqual([
			'booking_cancelled booking',
		]);
	});
});

it('gives each attendee of a new group meeting an event of their own', () => {
	const group = booking({ createdAt: iso(NOW - 1), attendees: [{ id: 'ada' }, { id: 'bob' }] });

	const { changes } = changesOf(group, undefined, at);

	expect(changes.map(({ booking: { attendees } }) => attendees?.[0]?.id)).toEqual(['ada', 'bob']);
	expect(new Set(changes.map(({ facts }) => facts.eventKey)).size).toBe(2);
});
