import type { INodeParameters } from 'n8n-workflow';
import { column, failed, failingAlike, hintsOf, jsonOf, refusal } from './outcome.cts';
import { byId, ids, useStage, wire } from './stage.cts';

const stage = useStage({ forEachTest: true });

const { users } = ids;
const mila = 'mila.novak@example.org';

function update(updateFields: INodeParameters, more: INodeParameters = {}): INodeParameters {
	return {
		authentication: 'platformApiKey',
		resource: 'user',
		operation: 'update',
		userId: byId(users.mila),
		updateFields,
		...more,
	};
}

function remove(more: INodeParameters = {}): INodeParameters {
	return {
		authentication: 'platformApiKey',
		resource: 'user',
		operation: 'delete',
		userId: byId(users.mila),
		...more,
	};
}

const stored = () => stage.sandbox.state.users.get(users.mila);

describe('a change', () => {
	it('of name and slug is read back', async () => {
		const given = { givenName: 'Ada', familyName: 'Byron', slug: 'Ada-Byron' };
		const result = await stage.run(update(given));
		expect(result.items).toMatchObject([
			{
				json: { id: users.mila, email: mila, fullName: 'Ada Byron', slug: 'ada-byron' },
				pairedItem: { item: 0 },
			},
		]);
		expect(hintsOf(result)).toEqual([]);
		expect(wire(stage)).toEqual([`PATCH /v4/user/${users.mila} 200`]);
		expect(stored()).toMatchObject({ givenName: 'Ada', familyName: 'Byron', slug: 'ada-byron' });
	});

	it('leaves alone what was not added', async () => {
		await stage.run(update({ familyName: 'Byron' }));
		expect(stage.exchanges[0]?.requestBody).toEqual({ familyName: 'Byron' });
		expect(stored()).toMatchObject({ givenName: 'Mila', slug: 'mila-novak' });
	});

	it('finds users by mail address in a list that is read once', async () => {
		const userId = { __rl: true, mode: 'email', value: '={{ $json.email }}' };
		const items = [{ email: mila }, { email: 'priya.raman@example.org' }, { email: mila }];
		const result = await stage.run(update({ givenName: 'Ada' }, { userId }), { items });
		expect(column(result, 'id')).toEqual([users.mila, users.priya, users.mila]);
		expect(wire(stage).filter((line) => line.startsWith('GET'))).toEqual(['GET /v4/user 200']);
	});

	it('tells when meetergo made another slug of it', async () => {
		const result = await stage.run(update({ slug: 'ada--byron' }));
		expect(jsonOf(result)).toMatchObject([{ slug: 'ada-byron', notKept: 'slug' }]);
		expect(hintsOf(result)).toEqual([expect.stringContaining('slug')]);
	});

	it('with an empty answer is read from the list', async () => {
		stage.sandbox.faults.add({ kind: 'emptyBody', when: 'after', method: 'PATCH' });
		const result = await stage.run(update({ givenName: 'Ada' }));
		expect(jsonOf(result)).toMatchObject([{ email: mila, fullName: 'Ada Novak' }]);
	});

	it('with an empty answer is told as it was sent where the list is closed', async () => {
		stage.sandbox.faults.add({ kind: 'emptyBody', when: 'after', method: 'PATCH' });
		const james = byId(users.james);
		const result = await stage.run(
			update({ givenName: 'Jim' }, { userId: james, actingUser: james }),
		);
		expect(jsonOf(result)).toMatchObject([{ id: users.james, givenName: 'Jim', email: null }]);
	});

	it.each([
		['no field', {}],
		['an empty name', { givenName: '' }],
	])('of nothing is refused before anything is asked: %s', async (_what, given) => {
		expect(await failingAlike(stage, update(given))).toEqual(
			refusal('Update Fields', 'add at least one field that has a value.'),
		);
		expect(wire(stage)).toEqual([]);
	});

	it('to a slug that is too short is refused before anything is asked', async () => {
		expect(await failingAlike(stage, update({ slug: 'ada' }))).toEqual(
			refusal('User Slug', 'must have at least 5 characters.'),
		);
		expect(wire(stage)).toEqual([]);
	});

	it('to a slug that somebody has is refused by name', async () => {
		const { details } = await failingAlike(stage, update({ slug: 'priya-raman' }));
		expect(details).toMatchObject({
			httpCode: 400,
			code: 'requestRefused',
			parameter: 'User Slug',
		});
		expect(stored()?.slug).toBe('mila-novak');
	});

	it('of a user of another company finds nobody', async () => {
		const given = update({ givenName: 'Ada' }, { userId: byId(users.ingrid) });
		expect(await failingAlike(stage, given)).toEqual(
			failed('User: meetergo could not find what was asked for', {
				httpCode: 404,
				code: 'notFound',
				parameter: 'User',
			}),
		);
	});

	it('of somebody else needs an admin to act as', async () => {
		const given = update({ givenName: 'Ada' }, { actingUser: byId(users.james) });
		const { details } = await failingAlike(stage, given);
		expect(details).toMatchObject({
			code: 'permissionDenied',
			description: expect.stringMatching(/^Only admins may change other users; act as an admin\./),
		});
	});
});

describe('a deletion', () => {
	it('takes the user away, and the rest stays', async () => {
		const { items } = await stage.run(remove());
		expect(items).toEqual([{ json: { deleted: true, id: users.mila }, pairedItem: { item: 0 } }]);
		expect(wire(stage)).toEqual([`DELETE /v4/user/${users.mila} 204`]);
		expect(stored()?.deletedAt).not.toBeNull();
		expect(stage.sandbox.state.users.get(users.james)?.deletedAt).toBeNull();
	});

	it('finds the user by mail address', async () => {
		const userId = { __rl: true, mode: 'email', value: mila };
		const result = await stage.run(remove({ userId }));
		expect(column(result, 'id')).toEqual([users.mila]);
		expect(wire(stage)).toEqual(['GET /v4/user 200', `DELETE /v4/user/${users.mila} 204`]);
	});

	it('happens once when the answer is lost', async () => {
		stage.sandbox.faults.add({ kind: 'reset', when: 'after', method: 'DELETE' });
		const result = await stage.run(remove());
		expect(column(result, 'deleted')).toEqual([true]);
	});

	it('of a user who is gone finds nobody', async () => {
		await stage.run(remove());
		const { error } = await failingAlike(stage, remove());
		expect(error).toBe('User: meetergo could not find what was asked for');
	});
});
