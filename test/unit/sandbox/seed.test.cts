import { list, record } from '../../../contract/json.cts';
import { ids, seedState, STORY_START } from '../../../sandbox/seed.cts';
import { State } from '../../../sandbox/state.cts';
import { atScale } from '../../scale.cts';
import { visit } from './visitor.cts';

const MANY = atScale(100_000, 5_000);
/** One in the middle of Lena's list. */
const PAGE = MANY / 1000;

function seeded(bookings: number, now = STORY_START): State {
	const state = new State();
	seedState(state, now, bookings);
	return state;
}

function contents(state: State): unknown {
	const held: readonly unknown[] = Object.values(state);
	return held.filter((map) => map instanceof Map).map((map) => [...map]);
}

it('the same seed gives the same state', () => {
	expect(contents(seeded(500))).toEqual(contents(seeded(500)));
});

it('filling a state again leaves nothing of the old one', () => {
	const state = seeded(50);
	seedState(state, STORY_START, 2);
	expect(contents(state)).toEqual(contents(seeded(2)));
});

it('an emptied state holds nothing', () => {
	const state = seeded(5);
	state.clear();
	expect(contents(state)).toEqual(contents(new State()));
});

it('the same bookings lead to the same ids', async () => {
	const answers = await Promise.all(
		[visit(), visit()].map(async (opening) => {
			const visitor = await opening;
			const { body } = await visitor.book({});
			await visitor.sandbox.close();
			return body;
		}),
	);
	expect(answers[0]).toEqual(answers[1]);
});

it.each([0, 1, 2, 3, 4, 1000])('there are as many bookings as asked for: %i', (count) => {
	expect(seeded(count).appointments.size).toBe(count);
});

it('dates follow the week of the clock', () => {
	const start = (now: string) => seeded(1, now).appointments.get(ids.appointments.confirmed)?.start;
	expect(start('2026-03-04T23:00:00Z')).toBe('2026-03-10T08:00:00.000Z');
	// In summer, 09:00 in Vienna is an hour earlier.
	expect(start('2026-07-06T00:00:00Z')).toBe('2026-07-14T07:00:00.000Z');
});

it(`${MANY} bookings are spread over hosts and months, and listed in order`, async () => {
	const visitor = await visit({ seed: { bookings: MANY } });
	const { appointments } = visitor.sandbox.state;
	const all = [...appointments.values()];
	const count = (values: string[]) => new Set(values).size;
	expect(count(all.map(({ id }) => id))).toBe(MANY);
	expect(count(all.map(({ secret }) => secret))).toBe(MANY);
	expect(count(all.flatMap(({ hostIds }) => hostIds))).toBe(5);
	expect(count(all.map(({ start }) => start.slice(0, 7)))).toBeGreaterThan(24);
	expect(all.every(({ createdAt }) => createdAt < STORY_START)).toBe(true);
	const { body } = await visitor.ask('GET', '/v4/appointment/paginated', {
		query: { page: PAGE, pageSize: 100 },
	});
	const starts = list(record(body).appointments).map((it) => String(record(it).start));
	expect(starts).toHaveLength(100);
	expect(starts).toEqual([...starts].sort());
	expect(record(body).total).toBe(appointments.of(ids.users.lena).length);
	await visitor.sandbox.close();
});
