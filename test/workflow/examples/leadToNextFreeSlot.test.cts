import { DateTime } from 'luxon';
import { ids } from '../../../sandbox/seed.cts';
import { appointments, moments, NOON, records, useExample, writes } from './stage.cts';

const FILE = 'lead-to-next-free-slot.json';
const email = 'nora.haugen@example.net';

describe.each(moments)('at %s', (_name, now) => {
	const stage = useExample(FILE, now);

	it('keeps the lead as a contact, and books a slot in working hours two weeks ahead at most', async () => {
		const result = await stage.run();

		const { contacts } = stage.sandbox.state;
		expect([...contacts.values()].filter((contact) => contact.email === email)).toEqual([
			expect.objectContaining({
				firstName: 'Nora',
				lastName: 'Haugen',
				phoneNumber: '+47 22 55 01 77',
				language: 'no',
				tags: ['Lead'],
				notes: null,
			}),
		]);
		const made = appointments(stage).filter(({ attendees }) => attendees[0]?.email === email);
		expect(made).toHaveLength(1);
		const start = DateTime.fromISO(made[0]?.start ?? '', { zone: 'Europe/Oslo' });
		const ahead = start.diff(DateTime.fromISO(now)).as('days');
		expect(ahead >= 1 && ahead <= 14).toBe(true);
		expect(start.weekday).toBeLessThanOrEqual(5);
		expect(start.hour >= 8 && start.plus({ minutes: 45 }).hour < 18).toBe(true);
		expect(records(result, 'Confirmation')).toEqual([
			{
				to: email,
				subject: 'Your Site survey is booked',
				text: `Dear Nora Haugen,\n\nwe look forward to meeting you on ${start.setLocale('en').toFormat("cccc, d LLLL 'at' HH:mm")}. The invitation is in your mail.`,
			},
		]);
	});
});

describe('other answers', () => {
	const stage = useExample(FILE);

	it('sends a link that works once where no slot is left, and books nothing', async () => {
		const { availabilities, oneTimeLinks } = stage.sandbox.state;
		for (const [id, schedule] of availabilities)
			availabilities.set(id, { ...schedule, schedule: {} });

		const result = await stage.run();

		expect(appointments(stage).filter(({ createdAt }) => createdAt >= NOON)).toEqual([]);
		const [link] = [...oneTimeLinks.values()];
		expect(link?.meetingTypeId).toBe(ids.meetingTypes.oneToOne);
		const [answer, ...others] = records(result, 'Choose yourself');
		expect(answer).toMatchObject({ to: email, text: expect.stringContaining(`${link?.url}`) });
		expect(others).toEqual([]);
		expect(records(result, 'Confirmation')).toEqual([]);
	});

	it('promises nothing where a confirmation is missing', async () => {
		const { meetingTypes, provisionalBookings } = stage.sandbox.state;
		const type = meetingTypes.get(ids.meetingTypes.oneToOne);
		if (!type) throw new Error('The seed lacks the meeting type');
		meetingTypes.set(type.id, { ...type, meetingOptions: { doubleOptIn: 'enabled' } });

		const result = await stage.run();

		expect(provisionalBookings.size).toBe(1);
		expect(records(result, 'One more step')).toEqual([
			expect.objectContaining({
				to: email,
				text: expect.stringContaining('Please confirm it by the link in your mail.'),
			}),
		]);
		expect(records(result, 'Confirmation')).toEqual([]);
	});

	it('leaves the notes and tags of a contact who is known', async () => {
		const { contacts } = stage.sandbox.state;
		const tomas = contacts.get(ids.contacts.tomas);
		if (!tomas) throw new Error('The seed lacks the contact');
		const { notes, tags } = tomas;
		contacts.set(tomas.id, { ...tomas, email });

		await stage.run();

		expect(contacts.get(tomas.id)).toMatchObject({ notes, tags: [...tags, 'Lead'] });
	});

	it('makes one contact of a lead who comes twice', async () => {
		await stage.run();
		const first = writes(stage).filter((request) => request.includes('/crm'));
		await stage.run();

		expect(first.length).toBeGreaterThan(0);
		expect(writes(stage).filter((request) => request.includes('/crm'))).toEqual(first);
	});
});
