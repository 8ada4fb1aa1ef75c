import type { INodeListSearchResult, INodeParameters } from 'n8n-workflow';
import { DateTime } from 'luxon';
import { listSearch } from '../../engine/listSearch.cts';
import { byId, credentials, ids, type Stage, useStage } from './stage.cts';

// The list of bookings begins at the present, so the sandbox has to live in it.
const stage = useStage({ now: DateTime.utc().toISO(), seed: { bookings: 603 } });

const { users, meetingTypes } = ids;

interface Opened {
	readonly filter?: string;
	readonly paginationToken?: string;
	readonly parameters?: INodeParameters;
	readonly credential?: Parameters<Stage['credentialsOf']>[0];
}

/** Opens a list of the form, as the admin Lena unless told otherwise. */
async function open(method: string, opened: Opened = {}): Promise<INodeListSearchResult> {
	const { parameters, credential, ...more } = opened;
	return await listSearch({
		...more,
		method,
		parameters: { authentication: 'personalAccessToken', ...parameters },
		credentials: stage.credentialsOf(credential),
	});
}

function names({ results }: INodeListSearchResult): string[] {
	return results.map(({ name }) => name);
}

const asPlatform = { authentication: 'platformApiKey' };

describe('meeting types', () => {
	it('are listed by name, with their length and address', async () => {
		const list = await open('searchMeetingTypes');
		expect(names(list)).toEqual([
			'Advice (30 min)',
			'Call back (30 min)',
			'Heat pump workshop (60 min)',
			'Newsletter interview (30 min)',
			'Retired offer (30 min)',
			'Sales call (30 min)',
			'Second opinion (30 min)',
			'Site survey (45 min)',
			'Team visit (30 min)',
		]);
		expect(list.results.at(-2)).toEqual({
			name: 'Site survey (45 min)',
			value: meetingTypes.oneToOne,
			url: 'https://cal.meetergo.com/lena-okafor/site-survey',
		});
	});

	it.each([
		['CALL', ['Call back (30 min)', 'Sales call (30 min)']],
		[' pump-work ', ['Heat pump workshop (60 min)']],
		['nothing like it', []],
	])('are searched for "%s"', async (filter, found) => {
		expect(names(await open('searchMeetingTypes', { filter }))).toEqual(found);
	});

	it('are those of the user chosen in the form', async () => {
		const parameters = { ...asPlatform, actingUser: byId(users.james) };
		const list = await open('searchMeetingTypes', { parameters });
		expect(names(list)).toEqual(['Introduction call (30 min)', 'Sales call (30 min)']);
	});

	it('are those of the default user where the form names nobody', async () => {
		const list = await open('searchMeetingTypes', { parameters: asPlatform });
		expect(list.results).toHaveLength(9);
	});
});

describe('users', () => {
	it.each(['personalAccessToken', 'platformApiKey'])(
		'are listed by name with their mail address, with %s',
		async (authentication) => {
			const { results } = await open('searchUsers', { parameters: { authentication } });
			expect(results).toEqual([
				{ name: 'Aroha Ngata (aroha.ngata@example.org)', value: users.aroha },
				{ name: 'James Whitfield (james.whitfield@example.org)', value: users.james },
				{ name: 'Lena Okafor (lena.okafor@example.org)', value: users.lena },
				{ name: 'Mila Novak (mila.novak@example.org)', value: users.mila },
				{ name: 'Priya Raman (priya.raman@example.org)', value: users.priya },
			]);
		},
	);

	it.each([
		['ram', ['Priya Raman (priya.raman@example.org)']],
		['JAMES.WHITFIELD@', ['James Whitfield (james.whitfield@example.org)']],
	])('are searched for "%s"', async (filter, found) => {
		expect(names(await open('searchUsers', { filter }))).toEqual(found);
	});

	it('are closed to a member, and the list says so', async () => {
		const credential = { accessToken: credentials.memberToken };
		await expect(open('searchUsers', { credential })).rejects.toMatchObject({
			message: 'meetergo did not allow this',
			httpCode: '403',
		});
	});
});

describe('bookings', () => {
	function lenas() {
		return stage.sandbox.state.appointments.of(ids.admin);
	}

	it('begin at the present, earliest first, with what and with whom', async () => {
		const { results } = await open('searchBookings');
		const now = DateTime.utc().startOf('hour').toISO();
		const coming = lenas().filter(({ start }) => start >= now);
		expect(results.map(({ value }) => value)).toEqual(coming.slice(0, 50).map(({ id }) => id));
		const survey = results.find(({ value }) => value === ids.appointments.confirmed);
		expect(survey?.name).toMatch(/^\d{4}-\d\d-\d\d \d\d:\d\d Site survey with Tomas Berg$/);
	});

	it('tell of a cancelled one that it is', async () => {
		const { results } = await open('searchBookings', { filter: 'chidi.eriksen@example.net' });
		expect(names({ results })).toEqual([
			expect.stringMatching(/Site survey with Chidi Eriksen, cancelled$/),
		]);
	});

	it('are searched over all times, a page of 50 at a time, each once', async () => {
		const filter = 'example.net';
		const found: string[] = [];
		let paginationToken: string | undefined;
		do {
			const page = await open('searchBookings', { filter, paginationToken });
			found.push(...page.results.map(({ value }) => String(value)));
			paginationToken = typeof page.paginationToken === 'string' ? page.paginationToken : undefined;
		} while (paginationToken !== undefined);

		expect(found).toEqual(lenas().map(({ id }) => id));
		expect(found).toHaveLength(123);
		expect(stage.exchanges.map(({ query }) => [query.page, query.pageSize])).toEqual([
			['0', '50'],
			['1', '50'],
			['2', '50'],
		]);
	});

	it('are those of the user chosen in the form', async () => {
		const parameters = { ...asPlatform, actingUser: byId(users.mila) };
		const { results } = await open('searchBookings', { parameters, filter: 'example.net' });
		const milas = stage.sandbox.state.appointments.of(users.mila).map(({ id }) => id);
		expect(results.map(({ value }) => value)).toEqual(milas.slice(0, 50));
	});

	it('do not pass for none when the answer holds no list', async () => {
		stage.sandbox.faults.add({ kind: 'garbage', status: 200, body: '{"nothing":"here"}' });
		await expect(open('searchBookings')).rejects.toMatchObject({
			message: 'meetergo sent an answer that could not be read',
		});
	});

	it('need a user with a platform key, and the list says so', async () => {
		const opened = open('searchBookings', {
			parameters: asPlatform,
			credential: { actingUserId: '' },
		});
		await expect(opened).rejects.toMatchObject({
			description: expect.stringContaining('Act As User'),
		});
		// Not to be held against the contract: it is what the contract says happens.
		expect(stage.exchanges.splice(0).map(({ status }) => status)).toEqual([400]);
	});
});

it.each([
	['an expired token', credentials.expiredToken, 'meetergo did not accept the credential'],
	['a token without the group', credentials.crmOnlyToken, 'meetergo did not allow this'],
])('tells what is wrong with %s', async (_name, accessToken, message) => {
	const opened = open('searchMeetingTypes', { credential: { accessToken } });
	await expect(opened).rejects.toMatchObject({ message });
});
