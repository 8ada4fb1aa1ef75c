import { list, record, type Json } from '../../contract/json.cts';
import { ids } from '../../sandbox/seed.cts';
import type { FormQuestion } from '../../scripts/n8n/client.cts';
import { book } from './events.cts';
import { useStage } from './stage.cts';
import { byId } from './workflows.cts';

/* What the editor gets to fill the lists of a form. */

const stage = useStage();

type Question = Pick<FormQuestion, 'methodName' | 'path'> &
	Partial<Pick<FormQuestion, 'parameters' | 'filter' | 'paginationToken' | 'nodeType'>>;

function asked({ nodeType = 'meetergo', parameters, ...rest }: Question): FormQuestion {
	return {
		...rest,
		nodeType: `n8n-nodes-meetergo.${nodeType}`,
		typeVersion: 1,
		parameters: { authentication: 'personalAccessToken', ...parameters },
		credentials: stage().credentials,
	};
}

async function open(methodName: string, more: Partial<Question> = {}): Promise<Json[]> {
	const question = asked({ methodName, path: 'parameters.anyId', ...more });
	return list((await stage().client.locatorResults(question)).results).map(record);
}

const valuesIn = (entries: readonly Json[]) => entries.map(({ value }) => value);

describe('lists of a locator', () => {
	it('meeting types', async () => {
		const found = await open('searchMeetingTypes', { filter: 'survey' });
		expect(found).toEqual([
			{
				name: 'Site survey (45 min)',
				value: ids.meetingTypes.oneToOne,
				url: 'https://cal.meetergo.com/lena-okafor/site-survey',
			},
		]);
	});

	it.each(['searchUsers', 'searchActingUsers'])('users by %s', async (method) => {
		const parameters = { authentication: 'platformApiKey' };
		const found = await open(method, { parameters });
		const { lena, james, priya, aroha, mila } = ids.users;
		expect(valuesIn(found)).toEqual([aroha, james, lena, mila, priya]);
	});

	it('schedules', async () => {
		const { lena, lenaEvenings } = ids.availabilities;
		expect(valuesIn(await open('searchSchedules')).sort()).toEqual([lena, lenaEvenings].sort());
	});

	it('calendar connections', async () => {
		const { lenaGoogle, lenaOutlook } = ids.calendarConnections;
		const parameters = { resource: 'calendarConnection', operation: 'update' };
		const found = await open('searchCalendarConnections', { parameters });
		expect(valuesIn(found).sort()).toEqual([lenaGoogle, lenaOutlook].sort());
	});

	it('contacts', async () => {
		const found = await open('searchContacts', { filter: 'tomas' });
		expect(valuesIn(found)).toEqual([ids.contacts.tomas]);
	});

	it('bookings, those to come first', async () => {
		const { state, clock } = stage().sandbox;
		const coming = state.appointments.of(ids.users.lena).filter(({ end }) => end > clock.iso());
		const [first] = await open('searchBookings');
		expect(coming.map(({ id }) => id)).toContain(first?.value);
	});

	it('a list of bookings goes on where its page ends', async () => {
		const { client } = stage();
		const question = { methodName: 'searchBookings', path: 'parameters.bookingId', filter: '@' };
		const seen: unknown[] = [];
		let paginationToken: string | undefined;
		do {
			const page = await client.locatorResults(asked({ ...question, paginationToken }));
			seen.push(...valuesIn(list(page.results).map(record)));
			paginationToken = typeof page.paginationToken === 'string' ? page.paginationToken : undefined;
		} while (paginationToken !== undefined);
		const all = stage().sandbox.state.appointments.of(ids.users.lena);
		expect(new Set(seen)).toEqual(new Set(all.map(({ id }) => id)));
		expect(seen).toHaveLength(all.length);
	});

	it('pending bookings', async () => {
		await book(stage(), { meetingTypeId: ids.meetingTypes.hostConfirmation });

		const pending = [...stage().sandbox.state.provisionalBookings.keys()];
		expect(pending).toHaveLength(1);
		expect(await open('searchPendingBookings')).toEqual([
			{ name: expect.stringContaining('Dana Haddad'), value: pending[0] },
		]);
	});
});

describe('options of a field', () => {
	it.each(['meetergo', 'meetergoTrigger', 'meetergoPollTrigger'])('hosts of %s', async (node) => {
		const question = asked({ nodeType: node, methodName: 'getHosts', path: 'parameters.hostIds' });
		const { lena, james, priya, aroha, mila } = ids.users;
		expect(valuesIn(await stage().client.options(question))).toEqual([
			aroha,
			james,
			lena,
			mila,
			priya,
		]);
	});

	it.each(['meetergo', 'meetergoTrigger', 'meetergoPollTrigger'])(
		'meeting types of %s',
		async (nodeType) => {
			const question = { nodeType, methodName: 'getMeetingTypes', path: 'parameters.types' };
			const found = await stage().client.options(asked(question));
			expect(found).toContainEqual({
				name: 'Site survey (45 min)',
				value: ids.meetingTypes.oneToOne,
			});
		},
	);
});

describe('fields of a resource mapper', () => {
	it('the questions of a form', async () => {
		const question = {
			methodName: 'getFormQuestions',
			path: 'parameters.formAnswers',
			parameters: { meetingTypeId: byId(ids.meetingTypes.priya) },
		};
		const { fields } = await stage().client.mapperFields(asked(question));
		expect(list(fields).map((field) => record(field).id)).toEqual(
			expect.arrayContaining(['Project', 'Industry', 'Budget']),
		);
	});
});
