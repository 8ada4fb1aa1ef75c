import { DateTime } from 'luxon';
import { record, type Json } from '../../contract/json.cts';
import type { Appointment } from '../../sandbox/records/bookings.cts';
import { ids } from '../../sandbox/seed.cts';
import { itemsOf, type Execution } from '../../scripts/n8n/execution.cts';
import { publish } from '../../scripts/n8n/publication.cts';
import { ask, booked, cancel, executionsOf, move, until } from './events.cts';
import { examples, readExample } from './examplesFolder.cts';
import { type Stage, useStage, ZONE } from './stage.cts';

/* Each example, imported as people import it. Its work is held against what is in the sandbox then. */

const stage = useStage();

/** Runs an example by hand, from the node named. */
async function run(file: string, trigger: string): Promise<Execution> {
	const execution = await stage().run(await readExample(file), trigger);
	expect(execution).toMatchObject({ status: 'success' });
	return execution;
}

/** Publishes an example, lets something happen, and gives the execution that this starts. */
async function happening<T>(file: string, event: () => Promise<T>): Promise<[Execution, T]> {
	const { rest } = stage().client;
	const id = await stage().add(await readExample(file));
	const before = stage().exchanges.length;
	await publish(rest, id);
	// Of a poll trigger: it tells what happens after its first look.
	await until(() => stage().exchanges.length > before);
	const what = await event();
	const [execution, ...others] = await executionsOf(rest, id);
	if (execution === undefined) throw new Error('Nothing was started.');
	expect(others).toEqual([]);
	expect(execution).toMatchObject({ status: 'success' });
	return [execution, what];
}

/** What a node gave at its first output. */
function records(execution: Execution, node: string): Json[] {
	return itemsOf(execution, node).map(({ json }) => record(json));
}

function appointments({ sandbox }: Stage = stage()): Appointment[] {
	return [...sandbox.state.appointments.values()].sort((a, b) => (a.start < b.start ? -1 : 1));
}

const isOn = (day: DateTime, { start, cancel: off }: Appointment) =>
	off === null && DateTime.fromISO(start).setZone(ZONE).hasSame(day, 'day');

const today = () => DateTime.now().setZone(ZONE);

const NORA = 'nora.haugen@example.net';

const bookingsOf = (email: string) =>
	appointments().filter(({ attendees }) => attendees.some((one) => one.email === email));

const contactsAt = (email: string) =>
	[...stage().sandbox.state.contacts.values()].filter((contact) => contact.email === email);

describe('run by hand', () => {
	const ran = new Set<string>();
	const of = (file: string, trigger: string) => async (): Promise<Execution> => {
		ran.add(file);
		return await run(file, trigger);
	};

	it('book-a-lead', async () => {
		const execution = await of('book-a-lead', 'Lead arrives')();

		const [booking, ...others] = bookingsOf(NORA);
		expect(others).toEqual([]);
		const [moved] = records(execution, 'Move it by a day');
		expect(moved).toMatchObject({ id: booking?.id });
		expect(Date.parse(String(moved?.start))).toBe(Date.parse(booking?.start ?? ''));
		expect(booking?.rescheduleCount).toBe(1);
	});

	it('lead-to-next-free-slot', async () => {
		const execution = await of('lead-to-next-free-slot', 'Lead arrives')();

		expect(contactsAt(NORA)).toEqual([expect.objectContaining({ tags: ['Lead'] })]);
		const [booking, ...others] = bookingsOf(NORA);
		expect(others).toEqual([]);
		const start = DateTime.fromISO(booking?.start ?? '', { zone: 'Europe/Oslo', locale: 'en' });
		expect(records(execution, 'Confirmation')).toEqual([
			expect.objectContaining({
				to: NORA,
				text: expect.stringContaining(start.toFormat("cccc, d LLLL 'at' HH:mm")),
			}),
		]);
	});

	it('offer-three-slots', async () => {
		const execution = await of('offer-three-slots', 'When you click Execute')();

		const links = [...stage().sandbox.state.oneTimeLinks.values()].map(({ url }) => url);
		const mails = records(execution, 'Mail');
		expect(mails.length).toBeGreaterThan(1);
		expect(mails.map(({ text }) => String(text).split('\n').at(-1))).toEqual(links);
		expect(mails.map(({ to }) => to)).toEqual(
			records(execution, 'One item each').map(({ email }) => email),
		);
	});

	it('daily-agenda-per-host', async () => {
		const execution = await of('daily-agenda-per-host', 'Every morning at 6')();

		const { users } = stage().sandbox.state;
		const busy = appointments().filter((booking) => isOn(today(), booking));
		const hosts = new Set(busy.flatMap(({ hostIds }) => hostIds));
		const addresses = [...hosts].map((id) => users.get(id)?.email);
		expect(hosts.size).toBeGreaterThan(1);
		const mails = records(execution, 'Mail');
		expect(mails.map(({ to }) => to).sort()).toEqual(addresses.sort());
		const lines = mails.flatMap(
			({ text }) => String(text).match(/^\d\d:\d\d - .* with .+$/gm) ?? [],
		);
		expect(lines).toHaveLength(busy.length);
	});

	it('cancel-and-rebook-sick-host', async () => {
		const tomorrow = today().plus({ days: 1 });
		const ofJames = () =>
			appointments().filter(
				(booking) => booking.hostIds.includes(ids.users.james) && isOn(tomorrow, booking),
			);
		const before = ofJames();
		const known = new Set(appointments().map(({ id }) => id));
		expect(before).not.toEqual([]);

		const execution = await of('cancel-and-rebook-sick-host', 'When you click Execute')();

		expect(ofJames()).toEqual([]);
		const emails = (bookings: readonly Appointment[]) =>
			bookings.flatMap(({ attendees }) => attendees.map(({ email }) => email)).sort();
		const made = appointments().filter(({ id }) => !known.has(id));
		expect(emails(made)).toEqual(emails(before));
		expect(made.flatMap(({ hostIds }) => hostIds)).not.toContain(ids.users.james);
		const moved = records(execution, 'Moved');
		expect(moved.map(({ email }) => email).sort()).toEqual(emails(before));
	});

	it('bookings-to-crm-rows', async () => {
		const execution = await of('bookings-to-crm-rows', 'Every Friday at 4 pm')();

		const rows = records(execution, 'CRM row');
		expect(rows.length).toBeGreaterThan(10);
		const { appointments: book } = stage().sandbox.state;
		expect(rows.map(({ booking_id, contact_email }) => [booking_id, contact_email])).toEqual(
			rows.map(({ booking_id: id }) => [id, book.get(String(id))?.attendees[0]?.email]),
		);
	});

	it('nightly-contact-import', async () => {
		const execution = await of('nightly-contact-import', 'Every night at 3')();

		expect(records(execution, 'Report')).toEqual([
			expect.objectContaining({ created: 2, updated: 1, unchanged: 2, broken: 2 }),
		]);
		expect(contactsAt('ines.carvalho@example.net')).toEqual([
			expect.objectContaining({ firstName: 'Ines', lastName: 'Carvalho', tags: ['Lead'] }),
		]);
	});

	it('onboard-employees', async () => {
		const { users, meetingTypes } = stage().sandbox.state;
		const known = new Set(users.keys());

		const execution = await of('onboard-employees', 'When you click Execute')();

		const made = [...users.values()].filter(({ id }) => !known.has(id));
		const sheet = records(execution, 'Welcome sheet');
		expect(made).toHaveLength(20);
		expect(sheet.map(({ email }) => email)).toEqual(made.map(({ email }) => email));
		for (const [at, { id, slug }] of made.entries()) {
			const slugs = [...meetingTypes.values()].filter((type) => type.userId === id);
			expect(slugs.map((type) => type.slug)).toEqual(['introduction-call', 'site-survey']);
			expect(String(sheet[at]?.site_survey)).toContain(`/${slug}/site-survey`);
		}
	});

	it('sync-bookings-to-crm, which has nothing to tell the second time', async () => {
		ran.add('sync-bookings-to-crm');
		const { client } = stage();
		const id = await stage().add(await readExample('sync-bookings-to-crm'));
		const first = await client.runWorkflow(id, 'Every 15 minutes');
		expect(first).toMatchObject({ status: 'success' });

		const since = today().minus({ days: 30 }).toUTC().toISO() ?? '';
		const attended = appointments()
			.filter(({ updatedAt }) => updatedAt >= since)
			.flatMap((booking) => booking.attendees.map((one) => `${booking.id}_${one.id}`));
		const keys = records(first, 'CRM row').map(({ row_key }) => String(row_key));
		expect(keys.sort()).toEqual(attended.sort());

		const second = await client.runWorkflow(id, 'Every 15 minutes');
		expect(second).toMatchObject({ status: 'success' });
		expect(records(second, 'CRM row')).toEqual([]);
	});

	it('are all that begin with no trigger of this package', async () => {
		const all = await Promise.all(examples.map(readExample));
		const others = all.filter(({ nodes }) =>
			nodes.every(({ type }) => !/^n8n-nodes-meetergo\..*Trigger$/.test(type)),
		);
		expect([...ran].sort()).toEqual(others.map(({ name }) => name));
	});
});

describe('published', () => {
	it('new-booking-to-crm-contact', async () => {
		const [execution, booking] = await happening('new-booking-to-crm-contact', async () => {
			return await booked(stage());
		});

		const [attendee] = booking.attendees;
		const [contact, ...others] = contactsAt(attendee?.email ?? '');
		expect(others).toEqual([]);
		expect(contact?.tags).toContain('Booked a meeting');
		expect(records(execution, 'CRM row')).toEqual([
			expect.objectContaining({
				row_key: `${booking.id}_${attendee?.id}`,
				deal: 'Site survey with Lena Okafor',
				stage: 'Meeting booked',
				contact_id: contact?.id,
				email: attendee?.email,
			}),
		]);
	});

	it('cancelled-tell-and-free-room', async () => {
		const [execution, booking] = await happening('cancelled-tell-and-free-room', async () => {
			const { id } = await booked(stage());
			const { appointments: book } = stage().sandbox.state;
			const made = book.get(id);
			if (made) book.set(id, { ...made, channel: 'local', location: 'Room 2' });
			return await cancel(stage(), id, { reason: 'The host is ill' });
		});

		expect(records(execution, 'Tell the channel')).toEqual([
			{
				channel: '#bookings',
				text: expect.stringMatching(
					/^Cancelled: Site survey of Dana Haddad with Lena Okafor on .+\. Reason: The host is ill$/,
				),
			},
		]);
		const [freed] = records(execution, 'Free the room');
		expect(freed).toMatchObject({ booking_id: booking.id, room: 'Room 2', state: 'free' });
		expect(Date.parse(String(freed?.from))).toBe(Date.parse(booking.start));
	});

	it('new-employee-provision', async () => {
		const email = 'ines.moreau@example.org';
		const [execution] = await happening('new-employee-provision', async () => {
			const name = { givenName: 'Ines', familyName: 'Moreau' };
			await ask(stage(), '/v4/user', { email, ...name, timezone: 'Europe/Paris' });
		});

		const { users, meetingTypes } = stage().sandbox.state;
		const user = [...users.values()].find((one) => one.email === email);
		const slugs = [...meetingTypes.values()].filter(({ userId }) => userId === user?.id);
		expect(slugs.map(({ slug }) => slug)).toContain('introduction-call');
		expect(records(execution, 'Welcome')).toEqual([
			expect.objectContaining({
				to: email,
				booking_page: `https://cal.meetergo.com/${user?.slug}/introduction-call`,
			}),
		]);
	});

	it('reminder-one-hour-before', async () => {
		const [execution, booking] = await happening('reminder-one-hour-before', async () => {
			const { id } = await booked(stage());
			return await move(stage(), id, DateTime.utc().plus({ minutes: 40 }).toISO());
		});

		const told = records(execution, 'Message').filter(({ to }) => to === 'dana.haddad@example.net');
		expect(told).toEqual([
			expect.objectContaining({
				subject: 'Site survey with Lena Okafor begins soon',
				text: expect.stringContaining(booking.id),
			}),
		]);
	});

	it('after-the-meeting-follow-up', async () => {
		const [execution, booking] = await happening('after-the-meeting-follow-up', async () => {
			const made = await booked(stage());
			const now = DateTime.utc();
			const running = {
				...made,
				start: now.minus({ minutes: 45 }).toISO(),
				end: now.plus({ seconds: 1 }).toISO(),
			};
			stage().sandbox.state.appointments.set(made.id, running);
			return running;
		});

		const [link] = [...stage().sandbox.state.oneTimeLinks.values()];
		expect(link?.meetingTypeId).toBe(ids.meetingTypes.oneToOne);
		expect(records(execution, 'Book the next one')).toEqual([
			expect.objectContaining({
				to: booking.attendees[0]?.email,
				text: expect.stringContaining(link?.url ?? '?'),
			}),
		]);
	});
});
