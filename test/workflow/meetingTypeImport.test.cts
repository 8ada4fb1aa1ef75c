import type { INodeParameters } from 'n8n-workflow';
import type { FaultRule } from '../../sandbox/faults.cts';
import { failingAlike, refusal, throughErrorOutput } from './outcome.cts';
import { bothCredentials, credentials, useStage, wire } from './stage.cts';

const stage = useStage({ forEachTest: true });

function importing(pageUrl = 'https://calendly.com/lena-okafor'): INodeParameters {
	return { resource: 'meetingType', operation: 'importPage', pageUrl };
}

const count = () => stage.sandbox.state.meetingTypes.size;

describe.each(bothCredentials)('a page with %s', (authentication) => {
	it('is imported, and what was made is told as the API tells it', async () => {
		const before = count();
		const { items } = await stage.run({ ...importing(), authentication });
		expect(items).toEqual([{ json: stage.exchanges[0]?.responseBody, pairedItem: { item: 0 } }]);
		expect(items).toMatchObject([
			{ json: { provider: 'calendly', created: [{}, {}], failed: [] } },
		]);
		expect(stage.exchanges[0]?.requestBody).toEqual({ url: 'https://calendly.com/lena-okafor' });
		expect(count()).toBe(before + 2);
	});
});

it.each(['calendly.com/lena', 'http://calendly.com/lena', '={{ "my page" }}'])(
	'is refused when its address is %s',
	async (pageUrl) => {
		const { error, details } = await failingAlike(stage, importing(pageUrl));
		expect(error).toMatch(/^Page URL: ".*" is not a web address, which begins with https:\/\/\.$/);
		expect(details).toMatchObject({ code: 'invalidInput', parameter: 'Page URL' });
		expect(wire(stage)).toEqual([]);
	},
);

it('is refused without an address', async () => {
	expect(await failingAlike(stage, importing('={{ $json.nothing }}'))).toEqual(
		refusal('Page URL', 'must not be empty.'),
	);
});

it('is refused by meetergo when it is of a service that it does not know', async () => {
	const { details } = await failingAlike(stage, importing('https://example.com/lena'));
	expect(details).toMatchObject({ httpCode: 400, code: 'requestRefused', mayHaveHappened: false });
});

it('needs a token that may do so', async () => {
	const credential = { accessToken: credentials.crmOnlyToken };
	const { details } = await failingAlike(stage, importing(), { credential });
	expect(details).toMatchObject({ code: 'permissionDenied' });
});

it.each<[string, FaultRule]>([
	['connection', { kind: 'reset' }],
	['end', { kind: 'halfBody' }],
	['content', { kind: 'emptyBody' }],
])('is never imported again when the answer is lost for want of its %s', async (_what, fault) => {
	const before = count();
	stage.sandbox.faults.add({ ...fault, when: 'after', method: 'POST' });
	const { details } = await throughErrorOutput(stage, importing());
	expect(details).toMatchObject({ mayHaveHappened: true });
	expect(details.description).toMatch(
		/before you import the page again: .* would be made twice\.$/,
	);
	expect(wire(stage)).toHaveLength(1);
	expect(count()).toBe(before + 2);
});
