import type { MeetingType } from '../../sandbox/records/meetingTypes.cts';
import { column, failingAlike, jsonOf, refusal } from './outcome.cts';
import { typesNamed, upsertType as upsert } from './roofCheck.cts';
import { byId, credentials, ids, useStage, wire } from './stage.cts';

/* Which meeting type an upsert is about: the one of the slug, else the only one of the name, of the acting user's own. */

const stage = useStage({ forEachTest: true });

const { oneToOne, group, member } = ids.meetingTypes;
const writes = () => wire(stage).filter((line) => !line.startsWith('GET'));

const asJames = { authentication: 'platformApiKey', actingUser: byId(ids.users.james) };

function alter(id: string, { name, ...own }: Partial<MeetingType> & { name?: string }): void {
	const type = stage.sandbox.state.meetingTypes.get(id);
	if (type === undefined) throw new Error('The seed lacks this type');
	const meetingInfo = { ...type.meetingInfo, name: name ?? type.meetingInfo.name };
	stage.sandbox.state.meetingTypes.set(id, { ...type, meetingInfo, ...own });
}

describe('a slug', () => {
	it('decides, and the name is what it shall be', async () => {
		const result = await stage.run(upsert('House survey', { slug: 'Site-Survey' }));
		expect(jsonOf(result)).toMatchObject([
			{ id: oneToOne, name: 'House survey', slug: 'site-survey', change: 'updated' },
		]);
		expect(stage.exchanges.at(-1)?.requestBody).toEqual({ meetingInfo: { name: 'House survey' } });
	});

	it('decides against the name of another type', async () => {
		const result = await stage.run(upsert('Heat pump workshop', { slug: 'site-survey' }));
		expect(column(result, 'id')).toEqual([oneToOne]);
		expect(stage.sandbox.state.meetingTypes.get(group)?.meetingInfo.name).toBe(
			'Heat pump workshop',
		);
	});

	it('that nobody has makes a type, though one of the name has a slug of its own', async () => {
		alter(oneToOne, { slug: 'survey-de' });
		const result = await stage.run(upsert('Site survey', { slug: 'survey-en' }));
		expect(jsonOf(result)).toMatchObject([{ slug: 'survey-en', change: 'created' }]);
		expect(stage.sandbox.state.meetingTypes.get(oneToOne)?.slug).toBe('survey-de');
	});

	it.each(['site-survey', 'site-survey-2'])(
		'is not given to the type of the name that has what meetergo made of it: %s',
		async (slug) => {
			alter(oneToOne, { slug });
			const { error } = await failingAlike(stage, upsert('site SURVEY', { slug: 'survey' }));
			expect(error).toBe(
				`Slug: no meeting type has "survey", but "Site survey" has the slug ${slug}. If that one is meant, give it the slug with Update; otherwise choose another name.`,
			);
			expect(wire(stage).filter((line) => !line.startsWith('GET'))).toEqual([]);
		},
	);

	it('takes no other type of the name from its address', async () => {
		const rows = [{ slug: 'consultation' }, { slug: 'consultation-berlin' }];
		const result = await stage.run(upsert('Consultation', { slug: '={{ $json.slug }}' }), {
			items: rows,
			onError: 'continueErrorOutput',
		});
		expect(jsonOf(result)).toMatchObject([{ slug: 'consultation', change: 'created' }]);
		expect(result.errors).toMatchObject([
			{ json: { error: expect.stringContaining('has the slug consultation.') } },
		]);
		const types = [...stage.sandbox.state.meetingTypes.values()];
		const slugs = types.filter(({ meetingInfo }) => meetingInfo.name === 'Consultation');
		expect(slugs.map(({ slug }) => slug)).toEqual(['consultation']);
	});

	it('of a type that is deleted makes one anew', async () => {
		alter(oneToOne, { deletedAt: '2026-01-01T00:00:00.000Z' });
		const result = await stage.run(upsert('Site survey', { slug: 'site-survey' }));
		expect(column(result, 'change')).toEqual(['created']);
		expect(column(result, 'id')).not.toEqual([oneToOne]);
	});
});

describe('a name without a slug', () => {
	it('is known in other letters, and then is as it was given', async () => {
		const result = await stage.run(upsert(' site SURVEY '));
		expect(jsonOf(result)).toMatchObject([
			{ id: oneToOne, name: 'site SURVEY', slug: 'site-survey', change: 'updated' },
		]);
	});

	it('that several types have is refused with their slugs', async () => {
		alter(group, { name: 'Site Survey' });
		expect(await failingAlike(stage, upsert('Site survey'))).toEqual(
			refusal(
				'Name',
				'several meeting types have it, with the slugs site-survey, heat-pump-workshop. Under Settings, add Slug to say which is meant.',
			),
		);
		expect(writes()).toEqual([]);
		const result = await stage.run(upsert('Site survey', { slug: 'site-survey', spots: 2 }));
		expect(jsonOf(result)).toMatchObject([{ id: oneToOne, spots: 2, change: 'updated' }]);
	});

	it('of a type that is deleted, or of a queue, makes one', async () => {
		alter(oneToOne, { deletedAt: '2026-01-01T00:00:00.000Z' });
		const parameters = { ...upsert('={{ $json.name }}'), ...asJames };
		const items = [{ name: 'Sales call' }, { name: 'Site survey' }];
		const result = await stage.run(parameters, { items });
		expect(column(result, 'change')).toEqual(['created', 'created']);
		expect(column(result, 'hostId')).toEqual([ids.users.james, ids.users.james]);
	});
});

it('a slug with accents in its name is what meetergo makes of it', async () => {
	alter(oneToOne, { name: 'Über uns', slug: 'uber-uns' });
	const { error } = await failingAlike(stage, upsert('Über uns', { slug: 'about' }));
	expect(error).toMatch(
		/^Slug: no meeting type has "about", but "Über uns" has the slug uber-uns\./,
	);
});

describe('types of colleagues', () => {
	it('are out of reach of the user acted as, whatever they are called', async () => {
		const result = await stage.run({ ...upsert('Site survey'), ...asJames });
		expect(jsonOf(result)).toMatchObject([{ hostId: ids.users.james, change: 'created' }]);
		expect(typesNamed(stage, 'Site survey')).toHaveLength(2);
	});

	it.each([{}, { slug: 'introduction-call' }])(
		'are left alone where the user made them: %j',
		async (settings) => {
			alter(member, { createdById: ids.admin });
			const before = stage.sandbox.state.meetingTypes.get(member);
			const result = await stage.run(upsert('Introduction call', settings));
			expect(jsonOf(result)).toMatchObject([{ hostId: ids.admin, change: 'created' }]);
			expect(stage.sandbox.state.meetingTypes.get(member)).toEqual(before);
			expect(wire(stage)).toContain('GET /v4/user/me 200');
		},
	);

	it('are left alone by a token that may not ask who it is', async () => {
		alter(member, { createdById: ids.admin });
		const credential = { accessToken: credentials.schedulingOnlyToken };
		const result = await stage.run(upsert('Introduction call', { spots: 2 }), { credential });
		expect(jsonOf(result)).toMatchObject([{ hostId: ids.admin, change: 'created' }]);
		expect(wire(stage)).toContain('GET /v4/user/me 403');
	});

	it('are told from own ones that a colleague made', async () => {
		alter(member, { createdById: ids.admin });
		const result = await stage.run({ ...upsert('Introduction call'), ...asJames });
		expect(jsonOf(result)).toMatchObject([{ id: member, change: 'unchanged' }]);
		expect(wire(stage)).toEqual(['GET /v4/meeting-type 200', 'GET /v4/user/me 200']);
	});
});

it('tells of the address that a new type cannot have', async () => {
	alter(group, { slug: 'roof-check' });
	const { details } = await failingAlike(stage, upsert('Roof check', { slug: 'roof' }));
	expect(details).toMatchObject({
		code: 'conflict',
		parameter: 'Slug',
		description: expect.stringMatching(/so it may be the name that is taken\.$/),
	});
});
