import { bothCredentials, ids, setStage, type Stage } from './stage.cts';

let stage: Stage;
beforeAll(async () => {
	stage = await setStage();
});
afterEach(() => stage.checkContract());
afterAll(async () => await stage.close());

describe.each(bothCredentials)('user with %s', (authentication) => {
	it('gets the current user, simplified', async () => {
		const { items } = await stage.run({ authentication, resource: 'user', operation: 'getMe' });
		expect(items).toEqual([
			{
				json: {
					id: ids.admin,
					email: 'lena.okafor@example.org',
					fullName: 'Lena Okafor',
					givenName: 'Lena',
					familyName: 'Okafor',
					slug: 'lena-okafor',
					timezone: 'Europe/Vienna',
					language: 'de',
					userType: 'standard',
					isAdmin: true,
				},
				pairedItem: { item: 0 },
			},
		]);
	});
});
