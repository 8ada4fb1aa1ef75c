import { listSearch } from '../../engine/listSearch.cts';
import { addPending } from './pendingBookings.cts';
import { byId, ids, useStage } from './stage.cts';

const stage = useStage({ forEachTest: true });

/** Opens the list of pending bookings, as the admin Lena unless told otherwise. */
async function open(more: Partial<Parameters<typeof listSearch>[0]> = {}) {
	return await listSearch({
		method: 'searchPendingBookings',
		parameters: { authentication: 'personalAccessToken' },
		credentials: stage.credentialsOf(),
		...more,
	});
}

it('lists what waits, by start and attendee', async () => {
	const { id } = addPending(stage);
	addPending(stage, { status: 'confirmed' });
	expect(await open()).toEqual({
		results: [{ name: expect.stringMatching(/^2026-03-03 \d\d:\d\d Tomas Berg$/), value: id }],
		paginationToken: undefined,
	});
});

it.each([
	['TOMAS', 1],
	[' 2026-03-03', 1],
	['nobody', 0],
])('is searched for "%s"', async (filter, count) => {
	addPending(stage);
	expect((await open({ filter })).results).toHaveLength(count);
});

it('names somebody without a name by what there is', async () => {
	const attendee = { phone: '+43 1 234', receiveReminders: true, notes: {} };
	const { dto } = addPending(stage);
	addPending(stage, { dto: { ...dto, attendee } });
	const { results } = await open({ filter: '+43' });
	expect(results).toMatchObject([{ name: expect.stringMatching(/ \+43 1 234$/) }]);
});

it('comes a page of 50 at a time, each booking once', async () => {
	const all = Array.from({ length: 60 }, () => addPending(stage).id);
	const first = await open();
	const second = await open({ paginationToken: String(first.paginationToken) });
	expect([...first.results, ...second.results].map(({ value }) => value)).toEqual(all);
	expect(second.paginationToken).toBeUndefined();
});

it('is that of the user chosen in the form', async () => {
	addPending(stage);
	const { id } = addPending(stage, { hostIds: [ids.users.james] });
	const actingUser = byId(ids.users.james);
	const { results } = await open({ parameters: { authentication: 'platformApiKey', actingUser } });
	expect(results.map(({ value }) => value)).toEqual([id]);
});
