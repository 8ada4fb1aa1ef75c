import { readWeekText } from '../../../nodes/Meetergo/fields/weekText';
import { records, useExample } from './stage.cts';

const stage = useExample('onboard-employees.json');

it('onboards twenty people, each with hours, two meeting types and an address for the calendar', async () => {
	const { state } = stage.sandbox;
	const usersBefore = state.users.size;
	const result = await stage.run();

	const people = records(result, 'One item each');
	const sheet = records(result, 'Welcome sheet');
	expect(people).toHaveLength(20);
	expect(sheet.map(({ email }) => email)).toEqual(people.map(({ email }) => email));
	expect(state.users.size).toBe(usersBefore + people.length);
	expect(new Set(sheet.map((row) => row.connect_calendar)).size).toBe(people.length);

	for (const [at, { email, hours, time_zone }] of people.entries()) {
		const user = [...state.users.values()].find((one) => one.email === email);
		const types = [...state.meetingTypes.values()].filter(({ userId }) => userId === user?.id);
		const page = `https://cal.meetergo.com/${user?.slug}`;
		expect(types.map(({ slug }) => slug)).toEqual(['introduction-call', 'site-survey']);
		expect(sheet[at]).toMatchObject({
			employee: `${user?.givenName} ${user?.familyName}`,
			introduction_call: `${page}/introduction-call`,
			site_survey: `${page}/site-survey`,
		});
		const schedule = state.availabilities.get(user?.defaultAvailabilityId ?? '');
		expect(schedule?.timezone).toBe(time_zone);
		const reading = readWeekText(String(hours));
		const open = 'entries' in reading ? reading.entries.flatMap(({ days }) => days) : [];
		const enabled = Object.entries(schedule?.schedule ?? {}).filter(([, day]) => day.enabled);
		expect(enabled.map(([day]) => day).sort()).toEqual([...open].sort());
	}
});
