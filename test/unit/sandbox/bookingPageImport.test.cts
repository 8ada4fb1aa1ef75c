import { list, record } from '../../../contract/json.cts';
import { allow, strayAnswers, visit, type Visitor } from './visitor.cts';

let visitor: Visitor;
beforeEach(async () => {
	visitor = await visit();
});
afterEach(async () => {
	await visitor.sandbox.close();
	expect(strayAnswers(visitor)).toEqual([]);
});

function importPage(url: string) {
	return visitor.ask('POST', '/v4/import', { body: { url } });
}

function slugsOf(body: unknown): unknown[] {
	return list(record(body).created).map((type) => record(type).slug);
}

it.each([
	['https://calendly.com/lena', 'calendly'],
	['https://www.cal.com/lena/intro?month=2026-03', 'cal.com'],
	['http://zcal.co/lena', 'zcal'],
])('%s becomes two types of the caller', async (url, provider) => {
	const { status, body } = await importPage(url);
	expect(status).toBe(201);
	expect(body).toMatchObject({ provider, failed: [] });
	expect(slugsOf(body)).toEqual(['15-minute-meeting', '30-minute-meeting']);
	const listed = list((await visitor.ask('GET', '/v4/meeting-type')).body);
	expect(listed.slice(-2)).toEqual(record(body).created);
});

it('the same page again adds the same types again', async () => {
	await importPage('https://calendly.com/lena');
	const { body } = await importPage('https://calendly.com/lena');
	expect(slugsOf(body)).toEqual(['15-minute-meeting-2', '30-minute-meeting-2']);
});

it.each([
	'https://example.org/lena',
	'https://notcal.com',
	'https://constructor/',
	'mailto:a@b.at',
])('%s is refused', async (url) => {
	const { size } = visitor.sandbox.state.meetingTypes;
	expect((await importPage(url)).status).toBe(400);
	expect(visitor.sandbox.state.meetingTypes.size).toBe(size);
});

it('what the plan has no room for fails, and nothing goes where it has none at all', async () => {
	allow(visitor, { meetingTypes: 14 });
	const { body } = await importPage('https://calendly.com/lena');
	expect(slugsOf(body)).toEqual(['15-minute-meeting']);
	expect(record(body).failed).toMatchObject([{ name: '30 minute meeting' }]);
	expect(await importPage('https://calendly.com/lena')).toMatchObject({
		status: 403,
		body: { code: 'PLAN_LIMIT_REACHED', feature: 'meetingTypes' },
	});
});
