import type { INodeParameters } from 'n8n-workflow';
import { column } from './outcome.cts';
import { byId, ids, useStage } from './stage.cts';

/* A text of blanks says nothing: it counts as not filled in. */

const stage = useStage({ forEachTest: true });

const blanks = ['={{ " " }}', '={{ "" }}', '={{ null }}'];

it.each(blanks)('a time zone of %s leaves times to the zone of the workflow', async (timezone) => {
	const result = await stage.run({
		resource: 'booking',
		operation: 'get',
		bookingId: byId(ids.appointments.confirmed),
		options: { timezone },
	});
	expect(column(result, 'start')).toEqual(['2026-03-10T09:00:00.000+01:00']);
});

describe('the first meeting type of a new user', () => {
	const create = (firstMeetingType: INodeParameters): INodeParameters => ({
		authentication: 'platformApiKey',
		resource: 'user',
		operation: 'create',
		email: 'ada.byron@example.org',
		givenName: 'Ada',
		familyName: 'Byron',
		firstMeetingType,
	});
	const sent = () => stage.exchanges.find(({ method }) => method === 'POST')?.requestBody;

	it.each(blanks)('is left to meetergo where its name is %s', async (name) => {
		const { status } = await stage.run(create({ name }));
		expect(status).toBe('success');
		expect(sent()).toMatchObject({ email: 'ada.byron@example.org' });
		expect(sent()).not.toHaveProperty('meetingType');
	});

	it('holds what is filled in beside a blank name', async () => {
		await stage.run(create({ name: '={{ " " }}', duration: 20 }));
		expect(sent()).toMatchObject({ meetingType: { duration: 20 } });
		expect(sent()).not.toHaveProperty('meetingType.name');
	});
});
