import { record } from '../../../contract/json.cts';
import { credentials, ids } from '../../../sandbox/seed.cts';
import { strayAnswers, visit, type Visitor } from './visitor.cts';

const { member, foreign } = ids.meetingTypes;

let visitor: Visitor;
beforeEach(async () => {
	visitor = await visit();
});
afterEach(async () => {
	await visitor.sandbox.close();
	expect(strayAnswers(visitor)).toEqual([]);
});

function create(meetingTypeId: string, token?: string) {
	return visitor.ask('POST', `/v4/one-time-booking-link/create/${meetingTypeId}`, { token });
}

it('is made without a body, and kept', async () => {
	const { status, body } = await create(member);
	expect(status).toBe(201);
	expect(body).toEqual({ id: expect.any(String), url: expect.stringMatching(/^https:/) });
	const { oneTimeLinks } = visitor.sandbox.state;
	expect(oneTimeLinks.get(String(record(body).id))).toMatchObject({
		meetingTypeId: member,
		createdById: ids.users.lena,
		createdAt: '2026-03-02T08:00:00.000Z',
		...record(body),
	});
});

it('is another one each time', async () => {
	const urls = [await create(member), await create(member)].map(({ body }) => record(body).url);
	expect(new Set(urls).size).toBe(2);
});

it('a type that is unknown, deleted or of another company is a 404', async () => {
	expect((await create(ids.company)).status).toBe(404);
	expect((await create(foreign)).status).toBe(404);
	expect((await create(member, credentials.foreignToken)).status).toBe(404);
	const { meetingTypes } = visitor.sandbox.state;
	const type = meetingTypes.get(member);
	if (type) meetingTypes.set(member, { ...type, deletedAt: '2026-03-01T00:00:00.000Z' });
	expect((await create(member)).status).toBe(404);
	expect((await create('site-survey')).status).toBe(400);
	expect(visitor.sandbox.state.oneTimeLinks.size).toBe(0);
});
