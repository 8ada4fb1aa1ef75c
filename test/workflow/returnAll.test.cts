import type { INodeParameters } from 'n8n-workflow';
import type { Exchange } from '../../contract/validate.cts';
import type { Appointment } from '../../sandbox/records/bookings.cts';
import { atScale } from '../scale.cts';
import { ids, setStage, type Stage, useStage } from './stage.cts';

const bookings = (more: INodeParameters): INodeParameters => ({
	resource: 'booking',
	operation: 'getAll',
	...more,
});

const { lena, james } = ids.users;

/** The ids of a host's bookings as the sandbox knows them. */
const idsOf = (stage: Stage, hostId: string) =>
	stage.sandbox.state.appointments.of(hostId).map(({ id }) => id);

/** Several pages of each host. */
const MANY = atScale(100_000, 1_500);
/** Of a hundred thousand, one answer in a hundred is enough to check, and all that fits into memory. */
const KEPT_EVERY = atScale(100, 1);

describe(`${MANY} bookings`, () => {
	let stage: Stage;
	const pages = new Map<string, Set<unknown>>();
	beforeAll(async () => {
		let count = 0;
		stage = await setStage({
			seed: { bookings: MANY },
			onExchange({ path, query }) {
				pages.set(path, (pages.get(path) ?? new Set()).add(query.pageSize));
				count += 1;
				if (count % KEPT_EVERY > 0) stage.exchanges.pop();
			},
		});
	});
	afterAll(async () => await stage.close());

	it('come back once each, whoever hosts them, in pages of a hundred', async () => {
		const { items, status } = await stage.run(bookings({ returnAll: true, hosts: 'everyone' }));
		expect(status).toBe('success');
		expect(items).toHaveLength(MANY);
		const found = new Set(items.map(({ json }) => json.id));
		expect(found.size).toBe(MANY);
		expect([...stage.sandbox.state.appointments.keys()].filter((id) => !found.has(id))).toEqual([]);
		expect(items.filter(({ pairedItem }) => JSON.stringify(pairedItem) !== '{"item":0}')).toEqual(
			[],
		);
		expect(pages.get('/v4/appointment/paginated')).toEqual(new Set(['100']));
		stage.checkContract();
	}, 120_000);
});

describe('a long list', () => {
	/** What happens after each page, once its answer is out. */
	let meanwhile: (page: number) => void;
	const stage = useStage({
		seed: { bookings: 2003 },
		onExchange({ path, query }) {
			if (path.endsWith('/paginated')) meanwhile(Number(query.page));
		},
	});
	beforeEach(() => {
		meanwhile = () => undefined;
	});

	const queries = () =>
		stage.exchanges
			.filter(({ path }: Exchange) => path.endsWith('/paginated'))
			.map(({ query }) => `${query.userId ?? 'me'} ${query.page} ${query.pageSize}`);

	/** A new booking of Lena's. */
	let added = 0;
	function add(start: string, hostIds: readonly string[] = [lena]): string {
		const like = stage.sandbox.state.appointments.get(ids.appointments.confirmed);
		if (!like) throw new Error('The seed lacks the booking');
		added += 1;
		const id = `00000000-0000-4000-8000-${String(added).padStart(12, '0')}`;
		const appointment: Appointment = { ...like, id, hostIds, start, end: start };
		stage.sandbox.state.appointments.set(id, appointment);
		return id;
	}

	it.each([
		[1, ['me 0 1']],
		[30, ['me 0 30']],
		[100, ['me 0 100']],
		[101, ['me 0 100', 'me 1 100']],
		[250, ['me 0 100', 'me 1 100', 'me 2 100']],
	])('up to a limit of %i asks for no page too many', async (limit, asked) => {
		const { items } = await stage.run(bookings({ limit }));
		expect(items.map(({ json }) => json.id)).toEqual(idsOf(stage, lena).slice(0, limit));
		expect(queries()).toEqual(asked);
	});

	it('of several hosts stops at the limit', async () => {
		const { items } = await stage.run(
			bookings({ limit: 450, hosts: 'chosen', hostIds: [lena, james] }),
		);
		const expected = [...idsOf(stage, lena), ...idsOf(stage, james)].slice(0, 450);
		expect(items.map(({ json }) => json.id)).toEqual(expected);
		expect(queries()).toEqual(
			[0, 1, 2, 3, 4].map((page) => `${lena} ${page} 100`).concat(`${james} 0 100`),
		);
	});

	it.each(['ASC', 'DESC'])(
		'that grows while it is read loses nothing and repeats nothing: %s',
		async (sortDirection) => {
			const before = idsOf(stage, lena);
			const atEnds: string[] = [];
			meanwhile = (page) => {
				// One shifts all pages to come, the other comes at the end.
				if (page < 4)
					atEnds.push(
						add(`2020-01-0${page + 1}T09:00:00.000Z`),
						add(`2030-01-0${page + 1}T09:00:00.000Z`),
					);
			};
			const { items } = await stage.run(bookings({ returnAll: true, options: { sortDirection } }));
			const found = items.map(({ json }) => json.id);
			expect(new Set(found).size).toBe(found.length);
			expect(before.filter((id) => !found.includes(id))).toEqual([]);
			const late = atEnds.filter((_id, index) => index % 2 === (sortDirection === 'ASC' ? 1 : 0));
			expect(late).toHaveLength(4);
			expect(late.filter((id) => !found.includes(id))).toEqual([]);
		},
	);

	it('that grows by more than a page at once goes on behind what it knows', async () => {
		const before = idsOf(stage, lena);
		meanwhile = (page) => {
			if (page !== 2) return;
			for (let count = 0; count < 250; count += 1) add('2019-01-01T09:00:00.000Z');
		};
		const { items } = await stage.run(bookings({ returnAll: true }));
		expect(items.map(({ json }) => json.id)).toEqual(before);
	});

	it('holds a meeting of several hosts once', async () => {
		const shared = add('2026-03-04T09:00:00.000Z', [lena, james]);
		const { items } = await stage.run(bookings({ returnAll: true, hosts: 'everyone' }));
		expect(items.filter(({ json }) => json.id === shared)).toHaveLength(1);
		expect(items).toHaveLength(stage.sandbox.state.appointments.size);
	});

	it('belongs to the input item that asked for it', async () => {
		const { items } = await stage.run(
			bookings({
				limit: '={{ $json.limit }}',
				filters: { meetingTypeId: ids.meetingTypes.durations },
			}),
			{ items: [{ limit: 3 }, { limit: 1 }, { limit: 2 }] },
		);
		expect(items.map(({ pairedItem }) => pairedItem)).toEqual(
			[0, 0, 0, 1, 2, 2].map((item) => ({ item })),
		);
	});

	it('of users is read by offset', async () => {
		const like = stage.sandbox.state.users.get(lena);
		for (let count = 0; like && count < 250; count += 1) {
			const id = `10000000-0000-4000-8000-${String(count).padStart(12, '0')}`;
			stage.sandbox.state.users.set(id, { ...like, id, email: `user${count}@example.org` });
		}
		const { items } = await stage.run({ resource: 'user', operation: 'getAll', returnAll: true });
		expect(new Set(items.map(({ json }) => json.id)).size).toBe(255);
		expect(stage.exchanges.map(({ query }) => `${query.offset} ${query.limit}`)).toEqual([
			'0 100',
			'100 100',
			'200 100',
		]);
	});
});
