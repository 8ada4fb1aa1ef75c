import { records, useExample, writes } from './stage.cts';

const stage = useExample('nightly-contact-import.json');

function contact(email: string) {
	return [...stage.sandbox.state.contacts.values()].find((one) => one.email === email);
}

it('creates and updates contacts in one request for each, and reports the broken rows', async () => {
	const result = await stage.run();

	expect(contact('ines.carvalho@example.net')).toMatchObject({
		firstName: 'Ines',
		lastName: 'Carvalho',
		phoneNumber: '+351 21 555 01 02',
		tags: ['Lead'],
	});
	expect(contact('jonas.weber@example.net')).toMatchObject({ tags: ['Lead', 'Solar'] });
	expect(contact('amina.costa@example.net')).toMatchObject({ tags: ['Customer'] });
	expect(contact('liam.murphy(at)example.net')).toBeUndefined();
	const report = records(result, 'Report');
	expect(report).toEqual([
		expect.objectContaining({ created: 2, updated: 1, unchanged: 2, broken: 2 }),
	]);
	expect(String(report[0]?.text)).toMatch(
		/^Kim Larsen: Email: .+ Nothing was changed .+\nLiam Murphy: Email: .+ Nothing was changed .+$/m,
	);
	expect(writes(stage)).toEqual(['POST /crm/bulk']);
});

it('writes nothing when it runs again', async () => {
	await stage.run();
	stage.exchanges.splice(0);

	const result = await stage.run();

	expect(writes(stage)).toEqual([]);
	expect(records(result, 'Report')).toEqual([
		expect.objectContaining({ created: 0, updated: 0, unchanged: 5, broken: 2 }),
	]);
});
