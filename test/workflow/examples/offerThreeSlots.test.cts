import { DateTime } from 'luxon';
import { moments, records, useExample, writes } from './stage.cts';

const subjects: Readonly<Record<string, string>> = {
	de: 'Drei Termine für Sie',
	en: 'Three times to choose from',
	fr: 'Trois créneaux pour vous',
	no: 'Tre tider til deg',
};

describe.each(moments)('at %s', (_name, now) => {
	const stage = useExample('offer-three-slots.json', now);

	it('writes each customer three free times in their own language, and a link of their own', async () => {
		const result = await stage.run();

		const customers = records(result, 'One item each');
		const mails = records(result, 'Mail');
		expect(mails.map(({ to }) => to)).toEqual(customers.map(({ email }) => email));
		const links = [...stage.sandbox.state.oneTimeLinks.values()].map(({ url }) => url);
		expect(links).toHaveLength(customers.length);
		for (const [at, { language, timezone }] of customers.entries()) {
			const text = String(mails[at]?.text);
			expect(mails[at]?.subject).toBe(subjects[String(language)]);
			expect(text.split('\n').at(-1)).toBe(links[at]);
			const { slots } = records(result, 'Three free times')[at] ?? {};
			const times = Array.isArray(slots) ? slots.map(({ start }) => String(start)) : [];
			expect(times).toHaveLength(3);
			for (const time of times) {
				const start = DateTime.fromISO(time, { zone: String(timezone) });
				expect(text).toContain(start.toFormat('HH:mm'));
				const ahead = start.diff(DateTime.fromISO(now)).as('days');
				expect(ahead >= 1 && ahead < 14).toBe(true);
			}
		}
		expect(writes(stage).every((request) => request.includes('one-time'))).toBe(true);
	});
});

describe('a language without wording', () => {
	const stage = useExample('offer-three-slots.json');

	it('is written to in English, with the days in its own', async () => {
		const customer = { name: 'Ana', email: 'ana@example.net', language: 'es', timezone: 'UTC' };

		const result = await stage.run({ pinned: { Customers: [{ customers: [customer] }] } });

		expect(records(result, 'Mail')).toEqual([
			expect.objectContaining({ subject: subjects.en, text: expect.stringContaining('marzo') }),
		]);
	});
});
