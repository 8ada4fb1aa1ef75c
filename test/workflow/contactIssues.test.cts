import { onContacts } from './contacts.cts';
import { column, hintsOf } from './outcome.cts';
import { ids, useStage } from './stage.cts';

/* What meetergo says of single contacts of an import. The shape of an issue is unpublished. */

const stage = useStage({ forEachTest: true });

const createMany = onContacts('createMany', {
	contactEmail: '={{ $json.email }}',
	contactFields: { firstName: '={{ $json.name }}', accountOwnerEmail: '={{ $json.owner }}' },
});
const people = [0, 1].map((at) => ({ email: `person.${at}@example.net` }));

it('tells what meetergo says of a contact that it left out', async () => {
	const items = [
		{ email: 'person.0@example.net', owner: 'james.whitfield@example.org' },
		{ email: 'person.1@example.net', owner: 'stranger@example.org' },
	];
	const result = await stage.run(createMany, { items, onError: 'continueErrorOutput' });
	expect(column(result, 'ownerId')).toEqual([ids.users.james]);
	expect(result.errors).toMatchObject([
		{
			json: {
				error: 'Owner Email: meetergo refused the request',
				details: {
					code: 'requestRefused',
					parameter: 'Owner Email',
					description: 'Check the values that were sent. meetergo answered: Owner Email is unknown',
				},
			},
			pairedItem: { item: 1 },
		},
	]);
});

describe('an issue', () => {
	const answer = (issues: object[], when: 'before' | 'after') =>
		stage.sandbox.faults.add({
			kind: 'garbage',
			when,
			method: 'POST',
			status: 201,
			body: JSON.stringify({ issues }),
		});

	it.each([
		['its address', [{ email: 'PERSON.1@example.net', index: null, reason: 'blocked' }], 'blocked'],
		['its place', [{ index: 1, error: 'blocked' }], 'blocked'],
		['its place, in another shape', [{ index: 1, why: 'blocked' }], '{"index":1,"why":"blocked"}'],
	])('is told of the contact that it names by %s', async (_how, issues, said) => {
		answer(issues, 'before');
		const result = await stage.run(createMany, { items: people, onError: 'continueErrorOutput' });
		expect(result.errors.map(({ json }) => json.details)).toMatchObject([
			{ description: 'It did not create the contact, and gave no reason.' },
			{ description: `Check the values that were sent. meetergo answered: ${said}` },
		]);
	});

	it('is a remark where the contact is there all the same', async () => {
		answer([{ index: 1, message: 'too many tags' }], 'after');
		const result = await stage.run(createMany, { items: people });
		expect(column(result, 'change')).toEqual(['created', 'created']);
		expect(hintsOf(result)).toEqual([
			'person.1@example.net was created, but meetergo has something to say: too many tags',
		]);
	});

	it('ends a contact that was to be updated', async () => {
		answer([{ email: 'tomas.berg@example.net', message: 'locked' }], 'before');
		const updating = { ...createMany, existingContacts: 'update' };
		const items = [{ email: 'tomas.berg@example.net', name: 'Thomas' }];
		const result = await stage.run(updating, { items, onError: 'continueErrorOutput' });
		expect(result.errors).toMatchObject([
			{ json: { details: { description: expect.stringMatching(/meetergo answered: locked$/) } } },
		]);
	});
});
