import type { INodeParameters } from 'n8n-workflow';
import { adaByron, milaNovak } from './adaByron.cts';
import { column, hintsOf } from './outcome.cts';
import { useStage, wire } from './stage.cts';

/* What the form offers for new users alone is not written for others, and the user is told so. */

const stage = useStage({ forEachTest: true });

const writes = () => wire(stage).filter((line) => !line.startsWith('GET'));

/** The hint about somebody. */
function kept(fields: string, email = 'mila.novak@example.org'): string {
	const left = fields.includes(',')
		? 'are for new users and were left as they are'
		: 'is for new users and was left as it is';
	return `${email} exists already: ${fields} ${left}.`;
}

const all = {
	userTimezone: 'Asia/Tokyo',
	weeklyHoursText: 'Mon 09:00-12:00',
	additionalFields: { scheduleName: 'Mornings' },
	firstMeetingType: { name: 'First talk' },
};

it.each<[string, INodeParameters]>([
	['Weekly Hours', { weeklyHoursText: 'Sat, Sun closed' }],
	['Time Zone', { userTimezone: 'Asia/Tokyo' }],
	['Weekly Hours, Time Zone', { userTimezone: 'Asia/Tokyo', weeklyHoursText: 'Mon 09:00-12:00' }],
	['First Meeting Type', { firstMeetingType: { duration: 30 } }],
	['Weekly Hours, Time Zone, Schedule Name, First Meeting Type', all],
])('a user who is there keeps %s', async (fields, given) => {
	const result = await stage.run(milaNovak(given));
	expect(column(result, 'change')).toEqual(['unchanged']);
	expect(writes()).toEqual([]);
	expect(hintsOf(result)).toEqual([kept(fields)]);
});

it('a user who is changed keeps it too', async () => {
	const result = await stage.run(milaNovak({ ...all, givenName: 'Ada' }));
	expect(stage.exchanges.at(-1)?.requestBody).toEqual({ givenName: 'Ada' });
	expect(hintsOf(result)).toEqual([
		kept('Weekly Hours, Time Zone, Schedule Name, First Meeting Type'),
	]);
});

it('a preview says so as well', async () => {
	const options = { preview: true };
	const result = await stage.run(milaNovak({ userTimezone: 'Asia/Tokyo', options }));
	expect(hintsOf(result)).toEqual([kept('Time Zone')]);
});

it('is told once of each user', async () => {
	const given = milaNovak({ email: '={{ $json.email }}', userTimezone: 'Asia/Tokyo' });
	const emails = ['mila.novak', 'MILA.Novak', 'james.whitfield'];
	const items = emails.map((name) => ({ email: `${name}@example.org` }));
	const result = await stage.run({ ...given, options: { preview: true } }, { items });
	expect(hintsOf(result)).toEqual([
		kept('Time Zone'),
		kept('Time Zone', 'james.whitfield@example.org'),
	]);
});

it('is not told of a new user', async () => {
	expect(hintsOf(await stage.run(adaByron(all)))).toEqual([]);
});

it('is not told of what was left untouched, or is empty', async () => {
	const nothing = '={{ $json.nothing }}';
	const given = milaNovak({
		userTimezone: nothing,
		weeklyHoursText: nothing,
		additionalFields: { scheduleName: nothing },
		firstMeetingType: { name: nothing, duration: nothing, channel: nothing },
	});
	for (const parameters of [milaNovak(), given]) {
		const result = await stage.run(parameters, { items: [{}, { nothing: '' }, { nothing: null }] });
		expect(hintsOf(result)).toEqual([]);
	}
});
