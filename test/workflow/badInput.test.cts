import type { INodeParameters } from 'n8n-workflow';
import { booking } from './booking.cts';
import { byId, ids, useStage, wire } from './stage.cts';
import { throughErrorOutput } from './outcome.cts';

const stage = useStage();

const bookings = (more: INodeParameters): INodeParameters => ({
	resource: 'booking',
	operation: 'getAll',
	...more,
});

const cancel = (more: INodeParameters): INodeParameters => ({
	resource: 'booking',
	operation: 'cancel',
	bookingId: byId(ids.appointments.confirmed),
	...more,
});

const slots = (more: INodeParameters): INodeParameters => ({
	resource: 'availability',
	operation: 'getSlots',
	meetingTypeId: byId(ids.meetingTypes.oneToOne),
	start: '2026-03-03',
	end: '2026-03-05',
	...more,
});

const six = ['a', 'b', 'c', 'd', 'e', 'f'].map((name) => `${name}@example.com`).join(', ');

interface Case {
	readonly what: string;
	readonly given: INodeParameters;
	/** The display name of the field to mend. */
	readonly field: string;
	/** What is wrong with it, as the message says after the field's name. */
	readonly says: string;
}

const cases: readonly Case[] = [
	{
		what: 'a malformed id',
		given: { resource: 'booking', operation: 'get', bookingId: byId('booking-1') },
		field: 'Booking',
		says: '"booking-1" is no booking ID',
	},
	{
		what: 'no id at all, from an expression',
		given: { resource: 'booking', operation: 'get', bookingId: byId('={{ $json.missing }}') },
		field: 'Booking',
		says: 'choose a booking, or give its ID',
	},
	{
		what: 'an id among the options that is none',
		given: slots({ options: { movedBookingId: '42' } }),
		field: 'Booking to Move (ID)',
		says: '"42" is no booking ID',
	},
	{
		what: 'a host by name instead of an id',
		given: bookings({ hosts: 'chosen', hostIds: `={{ ["${ids.users.james}", "James"] }}` }),
		field: 'Host Names or IDs',
		says: '"James" is no user ID',
	},
	{
		what: 'chosen hosts without a choice',
		given: bookings({ hosts: 'chosen', hostIds: [] }),
		field: 'Host Names or IDs',
		says: 'choose at least one host, or set Hosts to Me',
	},
	{
		what: 'a start that is no time',
		given: booking({ start: '={{ "tomorrow at nine" }}' }),
		field: 'Start',
		says: '"tomorrow at nine" is not a point in time. Use for example 2026-03-03T09:00:00+01:00',
	},
	{
		what: 'a day that does not exist',
		given: booking({ start: '2026-02-30T09:00:00' }),
		field: 'Start',
		says: '"2026-02-30T09:00:00" does not exist in the calendar',
	},
	{
		what: 'an end before the start',
		given: slots({ start: '2026-03-05', end: '2026-03-03' }),
		field: 'End',
		says: 'must be after Start',
	},
	{
		what: 'an end of a filter before its start',
		given: bookings({ filters: { start: '2026-03-05T09:00', end: '2026-03-05T08:00' } }),
		field: 'Starts Before',
		says: 'must be after Starts After',
	},
	{
		what: 'an unknown time zone',
		given: booking({ timezone: 'Europe/Berln' }),
		field: 'Time Zone',
		says: '"Europe/Berln" is not a time zone. Use the name of a place such as "Europe/Berlin"',
	},
	{
		what: 'an offset in place of a time zone',
		given: booking({ timezone: '+01:00' }),
		field: 'Time Zone',
		says: '"+01:00" is an offset, which does not follow clock changes',
	},
	{
		what: 'an unknown time zone of the attendee',
		given: booking({ additionalFields: { attendeeTimezone: 'Oslo' } }),
		field: 'Attendee Time Zone',
		says: '"Oslo" is not a time zone. Try "Europe/Oslo"',
	},
	{
		what: 'a mail address without @',
		given: booking({ attendeeEmail: 'tomas.berg' }),
		field: 'Attendee Email',
		says: '"tomas.berg" is not a mail address, e.g. ada@example.com',
	},
	{
		what: 'neither mail address nor phone number',
		given: booking({ attendeeEmail: '' }),
		field: 'Attendee Email',
		says: 'give a mail address, or Attendee Phone for a booking by phone',
	},
	{
		what: 'a guest without @',
		given: booking({ additionalFields: { guests: 'ada@example.com, bo' } }),
		field: 'Guests',
		says: '"bo" is not a mail address',
	},
	{
		what: 'six guests',
		given: booking({ additionalFields: { guests: six } }),
		field: 'Guests',
		says: 'takes 5 addresses at most, but got 6',
	},
	{
		what: 'an empty text that is required',
		given: booking({ attendeeName: '={{ $json.name }}' }),
		field: 'Attendee Name',
		says: 'must not be empty',
	},
	{
		what: 'an object in place of text',
		given: booking({ attendeeName: '={{ { first: "Tomas" } }}' }),
		field: 'Attendee Name',
		says: 'must be text, but is "{"first":"Tomas"}"',
	},
	{
		what: 'an invitation title of 201 characters',
		given: booking({ additionalFields: { invitationTitle: 'x'.repeat(201) } }),
		field: 'Invitation Title',
		says: 'may have 200 characters at most, but has 201',
	},
	{
		what: 'a reason of 501 characters',
		given: cancel({ options: { reason: 'x'.repeat(501) } }),
		field: 'Reason',
		says: 'may have 500 characters at most, but has 501',
	},
	...[0, -3, 1.5, '={{ "many" }}'].map((limit) => ({
		what: `a limit of ${limit}`,
		given: bookings({ limit }),
		field: 'Limit',
		says: `must be a whole number of at least 1, but is "${String(limit).replace(/\W*"\W*/g, '')}"`,
	})),
	...[-1, 3601].map((maxWait) => ({
		what: `a wait of ${maxWait} seconds`,
		given: bookings({ options: { maxWait } }),
		field: 'Max Wait (Seconds)',
		says: `must be a whole number from 0 to 3600, but is "${maxWait}"`,
	})),
	{
		what: 'hosts that are not on the list, from an expression',
		given: bookings({ hosts: '={{ "all" }}' }),
		field: 'Hosts',
		says: '"all" is not one of: chosen, everyone, me',
	},
	{
		what: 'an output that is not on the list, from an expression',
		given: bookings({ output: '={{ "xml" }}' }),
		field: 'Output',
		says: '"xml" is not one of: raw, selected, simplified',
	},
	{
		what: 'selected fields without a field, from an expression',
		given: bookings({ output: '={{ "selected" }}', outputFields: '' }),
		field: 'Fields',
		says: 'name at least one field to return',
	},
	{
		what: 'a scope of the cancellation that is not on the list, from an expression',
		given: cancel({ cancelFor: '={{ "me" }}' }),
		field: 'Cancel For',
		says: '"me" is not one of: everyone, series, attendee',
	},
	{
		what: 'a channel that is not on the list, from an expression',
		given: booking({ additionalFields: { channel: '={{ "pigeon" }}' } }),
		field: 'Channel',
		says: '"pigeon" is not one of: alfaview, ',
	},
	{
		what: 'an expression that fails',
		given: booking({ attendeeName: "={{ $('Elsewhere').item.json.name }}" }),
		field: '',
		says: "Referenced node doesn't exist",
	},
];

it.each(cases)('refuses $what before anything is sent', async ({ given, field, says }) => {
	const { error, details } = await throughErrorOutput(stage, given);
	expect(error).toMatch(field === '' ? says : `${field}: ${says}`);
	expect(details).toEqual({
		httpCode: null,
		code: 'invalidInput',
		parameter: field === '' ? null : field,
		description: expect.stringContaining(
			field === ''
				? 'An expression in this node cannot be worked out'
				: `Correct the field "${field}"`,
		),
		mayHaveHappened: false,
		waitedSeconds: 0,
	});
	expect(wire(stage)).toEqual([]);
});
