import type { INodeParameters } from 'n8n-workflow';
import type { Appointment, Attendee } from '../../sandbox/records/bookings.cts';
import { nextFree } from '../workflow/nextFree.cts';
import { addPending } from '../workflow/pendingBookings.cts';
import { booking } from '../workflow/booking.cts';
import { byId, ids, type Stage } from '../workflow/stage.cts';
import {
	copy,
	idsIn,
	type Item,
	type NewItem,
	readTask,
	requestOf,
	shownBy,
	type Task,
	times,
} from '../fault/tasks.cts';

const { confirmed } = ids.appointments;
const email = '={{ $json.email }}';
const start = '={{ $json.start }}';
const bookingId = byId('={{ $json.id }}');

function about(operation: string, more: INodeParameters = {}): INodeParameters {
	return { resource: 'booking', operation, bookingId, ...more };
}

/** Books Lena for an attendee of the item's own, a day before the item's start. */
function addBooking(stage: Stage, item: NewItem): string {
	return addBookingAt(stage, item, Date.parse(item.start) - 24 * 3_600_000);
}

/** Books Lena for 45 minutes that begin so many minutes from now. */
function addSoon(stage: Stage, item: NewItem, minutes: number): string {
	return addBookingAt(stage, item, stage.sandbox.clock.millis() + minutes * 60_000);
}

function addBookingAt(stage: Stage, item: NewItem, begin: number): string {
	const { appointments, ids: newIds } = stage.sandbox.state;
	const [attendee] = appointments.get(confirmed)?.attendees ?? [];
	if (attendee === undefined) throw new Error('The seed has no booking with an attendee');
	const own: Attendee = { ...attendee, id: newIds.uuid('attendee'), email: item.email };
	const iso = (ms: number) => new Date(ms).toISOString();
	const when = { start: iso(begin), end: iso(begin + 45 * 60_000) };
	return copy(stage, appointments, confirmed, { attendees: [own], ...when });
}

function bookingOf({ sandbox }: Stage, { id }: Item): Appointment {
	const appointment = sandbox.state.appointments.get(id);
	if (appointment === undefined) throw new Error(`There is no booking ${id}`);
	return appointment;
}

/** The bookings of the item's person. */
function booked({ sandbox }: Stage, item: Item): string[] {
	return idsIn(sandbox.state.appointments, ({ attendees }) =>
		attendees.some((attendee) => attendee.email === item.email),
	);
}

function addOwnPending(stage: Stage, item: NewItem): string {
	const end = new Date(Date.parse(item.start) + 30 * 60_000).toISOString();
	const own = { start: item.start, end, createdAt: '2036-03-01T12:00:00.000Z' };
	const { dto } = addPending(stage, { id: 'draft' });
	stage.sandbox.state.provisionalBookings.delete('draft');
	const attendee = { fullname: item.name, email: item.email, receiveReminders: true, notes: {} };
	return addPending(stage, { ...own, dto: { ...dto, start: item.start, attendee } }).id;
}

const pendingBookingId = byId('={{ $json.id }}');
const onPending = (operation: string) => ({ resource: 'booking', operation, pendingBookingId });

export const tasks: readonly Task[] = [
	{
		name: 'booking.create',
		kind: 'create',
		proof: 'lookUp',
		request: requestOf('createBooking'),
		parameters: booking({ start, attendeeEmail: email }),
		options: { ignoreAvailability: true },
		effects: booked,
		names: 'id',
	},
	{
		name: 'booking.createNextFree',
		kind: 'create',
		proof: 'lookUp',
		request: requestOf('createBooking'),
		parameters: nextFree({ attendeeEmail: email, end: '2036-03-14' }),
		effects: booked,
		names: 'id',
	},
	{
		name: 'booking.cancel',
		kind: 'act',
		proof: 'lookUp',
		request: requestOf('cancelAppointment'),
		parameters: about('cancel'),
		prepare: addBooking,
		effects: (stage, item) => shownBy(item.id, bookingOf(stage, item).cancel !== null),
		names: 'id',
	},
	{
		name: 'booking.reschedule',
		kind: 'act',
		proof: 'lookUp',
		request: requestOf('rescheduleAppointment'),
		parameters: about('reschedule', { start }),
		options: { ignoreAvailability: true },
		prepare: addBooking,
		effects(stage, item) {
			const moved = bookingOf(stage, item);
			return moved.start === item.start ? times(moved.rescheduleCount, item.id) : [];
		},
		names: 'id',
	},
	{
		name: 'booking.addGuest',
		kind: 'act',
		proof: 'lookUp',
		request: requestOf('addGuest'),
		parameters: about('addGuest', { guestEmail: 'ada@example.com' }),
		prepare: addBooking,
		effects: (stage, item) =>
			bookingOf(stage, item)
				.attendees.flatMap(({ bringalongEmails }) => bringalongEmails)
				.map(() => item.id),
		names: 'id',
	},
	{
		name: 'booking.confirmPending',
		kind: 'act',
		proof: 'lookUp',
		request: requestOf('confirmProvisionalBooking'),
		parameters: onPending('confirmPending'),
		prepare: addOwnPending,
		effects: (stage, item) => booked(stage, item).map(() => item.id),
		names: 'pendingBookingId',
	},
	{
		name: 'booking.declinePending',
		kind: 'act',
		proof: 'lookUp',
		request: requestOf('declineProvisionalBooking'),
		parameters: onPending('declinePending'),
		prepare: addOwnPending,
		effects: ({ sandbox }, { id }) =>
			shownBy(id, sandbox.state.provisionalBookings.get(id)?.status === 'declined_by_host'),
		names: 'pendingBookingId',
	},
	{
		name: 'booking.sendEmail',
		kind: 'create',
		proof: 'none',
		request: requestOf('sendQuickMail'),
		isAnsweredEmpty: true,
		mostItems: 2,
		parameters: about('sendEmail', { subject: 'What to bring', message: 'The plans' }),
		prepare: addBooking,
		effects(stage, item) {
			const attendees = bookingOf(stage, item).attendees.map(({ id }) => id);
			return stage.sandbox.state.mails
				.filter(({ attendeeId }) => attendees.includes(attendeeId))
				.map(() => item.id);
		},
		names: 'bookingId',
	},
	{
		name: 'booking.createOneTimeLink',
		kind: 'create',
		proof: 'none',
		request: requestOf('createOneTimeBookingLink'),
		parameters: {
			resource: 'booking',
			operation: 'createOneTimeLink',
			meetingTypeId: byId(ids.meetingTypes.oneToOne),
		},
		effects: ({ sandbox }) => [...sandbox.state.oneTimeLinks.keys()],
		areAlike: true,
	},
	{
		name: 'booking.updateNote',
		kind: 'change',
		proof: 'repeat',
		request: requestOf('setAppointmentNote'),
		parameters: about('updateNote', { note: 'Bring the ladder' }),
		prepare: addBooking,
		effects: (stage, item) => shownBy(item.id, bookingOf(stage, item).note === 'Bring the ladder'),
		names: 'id',
	},
	{
		name: 'booking.get',
		kind: 'read',
		proof: 'repeat',
		request: requestOf('getAppointment'),
		parameters: about('get'),
		prepare: addBooking,
		// Reading has no effect; what it tells has to be there.
		effects: (stage, item) => [bookingOf(stage, item).id],
		names: 'id',
	},
	{
		name: 'booking.updateTranscript',
		kind: 'change',
		proof: 'repeat',
		request: requestOf('setAppointmentTranscription'),
		parameters: about('updateTranscript', { updateFields: { summary: 'All agreed' } }),
		prepare: addBooking,
		effects: (stage, item) => shownBy(item.id, bookingOf(stage, item).summary === 'All agreed'),
		names: 'id',
	},
	readTask('booking', 'getAll', { request: requestOf('listAppointments') }),
	readTask('booking', 'getToday', {
		request: requestOf('listTodaysAppointments'),
		prepare: (stage, item) => addSoon(stage, item, 60),
	}),
	readTask('booking', 'getCurrent', {
		request: requestOf('getCurrentAppointment'),
		prepare: (stage, item) => addSoon(stage, item, -10),
	}),
	readTask('booking', 'getAllPending', {
		request: requestOf('listProvisionalBookings'),
		prepare: addOwnPending,
	}),
];
