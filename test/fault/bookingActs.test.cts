import type { INodeParameters } from 'n8n-workflow';
import type { FaultRule } from '../../sandbox/faults.cts';
import { column, throughErrorOutput } from '../workflow/outcome.cts';
import { addPending } from '../workflow/pendingBookings.cts';
import { byId, credentials, ids, useStage, wire } from '../workflow/stage.cts';

/* Acts on bookings whose answer is lost: nobody is invited or mailed twice, and nobody is left without a word. */

const stage = useStage({ forEachTest: true, nodeSpeed: 50 });

const { confirmed } = ids.appointments;
const guest: INodeParameters = {
	resource: 'booking',
	operation: 'addGuest',
	bookingId: byId(confirmed),
	guestEmail: 'ada@example.com',
};
const mail: INodeParameters = {
	resource: 'booking',
	operation: 'sendEmail',
	bookingId: byId(confirmed),
	subject: 'What to bring',
	message: 'The plans',
};
const link: INodeParameters = {
	resource: 'booking',
	operation: 'createOneTimeLink',
	meetingTypeId: byId(ids.meetingTypes.oneToOne),
};

function act(operation: string, id: string): INodeParameters {
	return { resource: 'booking', operation, pendingBookingId: byId(id) };
}

const writes = () => wire(stage).filter((line) => !line.startsWith('GET'));
const guests = () =>
	stage.sandbox.state.appointments.get(confirmed)?.attendees.map((one) => one.bringalongEmails);
const statusOf = (id: string) => stage.sandbox.state.provisionalBookings.get(id)?.status;
const count = () => stage.sandbox.state.appointments.size;

describe('a guest', () => {
	it.each<[string, FaultRule]>([
		['connection', { kind: 'reset', when: 'after' }],
		['gateway', { kind: 'html', when: 'after' }],
		['sense', { kind: 'garbage', when: 'after' }],
	])('is added once where the answer lacks its %s', async (_what, fault) => {
		stage.sandbox.faults.add({ ...fault, method: 'PATCH' });
		const { items } = await stage.run(guest);
		expect(items).toMatchObject([
			{
				json: { id: confirmed, guestEmail: 'ada@example.com', change: 'updated', recovered: true },
			},
		]);
		expect(Object.keys(items[0]?.json ?? {})).toHaveLength(10);
		expect(guests()).toEqual([['ada@example.com']]);
		expect(writes()).toHaveLength(1);
	});

	it('who is certainly not there is added by a second request', async () => {
		stage.sandbox.faults.add({ kind: 'reset', method: 'PATCH' });
		const { items } = await stage.run(guest);
		expect(items).toMatchObject([{ json: { change: 'updated' } }]);
		expect(items[0]?.json).not.toHaveProperty('recovered');
		expect(guests()).toEqual([['ada@example.com']]);
		expect(writes()).toHaveLength(2);
	});

	it('may have been added where nobody can look', async () => {
		stage.sandbox.faults.add({ kind: 'reset', method: 'PATCH', when: 'after' });
		const { details } = await throughErrorOutput(stage, { ...guest, options: { maxWait: 0 } });
		expect(details).toMatchObject({ code: 'connectionLost', mayHaveHappened: true });
		expect(details.description).toMatch(
			/Look at the guests of its attendees with Booking > Get, Output Raw, before you add the guest again\.$/,
		);
		expect(writes()).toHaveLength(1);
	});
});

describe('a mail is sent once, and may have been sent', () => {
	it.each<[string, FaultRule, number]>([
		['connection', { kind: 'reset', when: 'after' }, 1],
		['gateway', { kind: 'html', when: 'after' }, 1],
		['sense', { kind: 'garbage', when: 'after' }, 1],
		['server', { kind: 'status', status: 500 }, 0],
	])('without the answer, its %s', async (_what, fault, sent) => {
		stage.sandbox.faults.add({ ...fault, method: 'POST' });
		const { details } = await throughErrorOutput(stage, mail);
		expect(details).toMatchObject({ mayHaveHappened: true, waitedSeconds: 0 });
		expect(details.description).toMatch(
			/It may have taken effect all the same\. Ask the attendee whether the mail has come before you send it again\.$/,
		);
		expect(writes()).toHaveLength(1);
		expect(stage.sandbox.state.mails).toHaveLength(sent);
	});
});

it('a mail is sent where the answer is empty', async () => {
	stage.sandbox.faults.add({ kind: 'emptyBody', method: 'POST', when: 'after', status: 200 });
	expect(column(await stage.run(mail), 'sent')).toEqual([true]);
});

describe('a one-time link is created once, and its address is told to nobody', () => {
	it.each<[string, FaultRule]>([
		['its connection', { kind: 'reset', when: 'after' }],
		['its end', { kind: 'halfBody', when: 'after' }],
		['content', { kind: 'emptyBody', when: 'after' }],
		['an address', { kind: 'garbage', status: 201, body: '{"token":"s3cret"}', when: 'after' }],
		['sense', { kind: 'garbage', body: 'https://cal.meetergo.com/one-time/s3cret', when: 'after' }],
	])('by an answer without %s', async (_what, fault) => {
		stage.sandbox.faults.add({ ...fault, method: 'POST' });
		const told = await throughErrorOutput(stage, link);
		expect(told.details).toMatchObject({ mayHaveHappened: true, waitedSeconds: 0 });
		expect(told.details.description).toContain('does no harm and ends after 30 days');
		expect(writes()).toHaveLength(1);
		const [made, ...others] = stage.sandbox.state.oneTimeLinks.values();
		expect(others).toEqual([]);
		expect(JSON.stringify(told)).not.toContain(made?.id);
		expect(JSON.stringify(told)).not.toContain('s3cret');
	});
});

describe('a confirmation', () => {
	it('that went through is found among the confirmed bookings', async () => {
		const { id } = addPending(stage);
		const before = count();
		stage.sandbox.faults.add({ kind: 'reset', method: 'POST', when: 'after' });
		const { items, hints } = await stage.run(act('confirmPending', id));
		expect(items).toMatchObject([
			{ json: { id: null, pendingBookingId: id, bookingState: 'confirmed', recovered: true } },
		]);
		expect(hints[0]?.message).toBe(
			'The ID of a booking that was confirmed got lost with an answer. Find it with Booking > Get Many.',
		);
		expect(writes()).toHaveLength(1);
		expect(count()).toBe(before + 1);
		expect(statusOf(id)).toBe('confirmed');
	});

	it('without an answer to read is told from the list', async () => {
		const { id } = addPending(stage);
		stage.sandbox.faults.add({ kind: 'emptyBody', method: 'POST', when: 'after' });
		const result = await stage.run(act('confirmPending', id));
		expect(column(result, 'bookingState')).toEqual(['confirmed']);
		expect(result.items[0]?.json).not.toHaveProperty('recovered');
		expect(writes()).toHaveLength(1);
	});

	it('that did not go through is sent once more', async () => {
		const { id } = addPending(stage);
		const before = count();
		stage.sandbox.faults.add({ kind: 'reset', method: 'POST' });
		const { items } = await stage.run(act('confirmPending', id));
		expect(items).toMatchObject([{ json: { id: expect.any(String), bookingState: 'confirmed' } }]);
		expect(writes()).toHaveLength(2);
		expect(count()).toBe(before + 1);
	});
});

describe('a refusal', () => {
	it('that went through is found among the declined bookings', async () => {
		const { id } = addPending(stage);
		stage.sandbox.faults.add({ kind: 'halfBody', method: 'POST', when: 'after' });
		const { items } = await stage.run(act('declinePending', id));
		expect(items).toMatchObject([
			{ json: { declined: true, pendingBookingId: id, recovered: true } },
		]);
		expect(writes()).toHaveLength(1);
		expect(statusOf(id)).toBe('declined_by_host');
	});

	it("by an admin is found among the company's bookings", async () => {
		const { id } = addPending(stage, { hostIds: [ids.users.james] });
		stage.sandbox.faults.add({ kind: 'reset', method: 'POST', when: 'after' });
		const { items } = await stage.run(act('declinePending', id));
		expect(items).toMatchObject([{ json: { declined: true, recovered: true } }]);
		expect(stage.exchanges.map(({ query }) => `${query.all ?? ''} ${query.status ?? ''}`)).toEqual([
			' ',
			' pending',
			' declined_by_host',
			'true pending',
			'true declined_by_host',
		]);
	});

	it('is left in doubt where no list shows the booking', async () => {
		const { id } = addPending(stage, { hostIds: [ids.users.james] });
		stage.sandbox.faults.add({ kind: 'status', status: 500, method: 'POST' });
		// The look-up goes blind, because the booking runs out meanwhile.
		stage.sandbox.clock.set('2026-03-04T08:00:00Z');
		const credential = { accessToken: credentials.memberToken };
		const { details } = await throughErrorOutput(stage, act('declinePending', id), { credential });
		expect(details).toMatchObject({ code: 'serverError', mayHaveHappened: true });
		expect(details.description).toMatch(
			/Look for it with Booking > Get Many Pending before you decline it again\.$/,
		);
		expect(writes()).toHaveLength(1);
		expect(statusOf(id)).toBe('pending');
	});
});
