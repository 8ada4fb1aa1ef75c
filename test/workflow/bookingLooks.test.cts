import { bookingOf, bookingsOf, kinds } from './kinds.cts';
import { column, hintsOf } from './outcome.cts';
import { named, ofItem } from './people.cts';
import { credentials, ids, useStage, wire } from './stage.cts';

/* Whose bookings are looked at before one is made, and what that costs. */

const stage = useStage({ forEachTest: true });

const posts = () => wire(stage).filter((line) => line.startsWith('POST'));
const reads = () => wire(stage).filter((line) => line.includes('paginated'));

describe('who may not read the bookings of others', () => {
	const asJames = { credential: { accessToken: credentials.memberToken } };
	const hint =
		'Not all bookings among which the attendee could be already may be read with this key. A second run might book again. To prevent that, act as an admin.';

	it('books all the same, and is told once', async () => {
		const items = named('Ada Cruz', 'Bo Dahl');
		const result = await stage.run(bookingOf('queue', ofItem), { items, ...asJames });
		expect(column(result, 'change')).toEqual(['created', 'created']);
		expect(hintsOf(result)).toEqual([hint]);
		// Each list that is closed is asked for once.
		expect(reads().filter((line) => line.endsWith('403'))).toHaveLength(3);
	});

	it('finds what they host themselves', async () => {
		const options = { hostIds: [ids.users.james] };
		const start = '2026-03-04T15:00';
		await stage.run(bookingOf('queue', { start, options }));
		const result = await stage.run(bookingOf('queue', { start }), asJames);
		expect(column(result, 'change')).toEqual(['unchanged']);
		expect(hintsOf(result)).toEqual([]);
		expect(bookingsOf(stage, kinds.queue.type)).toHaveLength(1);
	});

	it('needs no list of theirs where one host has one seat', async () => {
		const result = await stage.run(bookingOf('one-to-one'), asJames);
		expect(hintsOf(result)).toEqual([]);
		expect(posts()).toEqual(['POST /v4/booking 201']);
	});

	it('a limited token asks by the id of the host, as it may not ask who it is', async () => {
		const limited = { credential: { accessToken: credentials.schedulingOnlyToken } };
		await stage.run(bookingOf('group'), limited);
		const result = await stage.run(bookingOf('group'), limited);
		expect(column(result, 'change')).toEqual(['unchanged']);
		expect(wire(stage)).toContain('GET /v4/user/me 403');
	});
});

describe('what a look costs', () => {
	it('nothing where one host has one seat', async () => {
		await stage.run(bookingOf('one-to-one'));
		expect(wire(stage)).toEqual([
			`GET /v4/meeting-type/${kinds['one-to-one'].type} 200`,
			'POST /v4/booking 201',
		]);
	});

	it('one list for all items of a day', async () => {
		const items = named('Ada Cruz', 'Bo Dahl', 'Cy Ek').map((person, at) => ({
			...person,
			start: `2026-03-10T${13 + (at % 2)}:00`,
		}));
		const parameters = bookingOf('group', { ...ofItem, start: '={{ $json.start }}' });
		await stage.run(parameters, { items });
		expect(posts()).toHaveLength(3);
		expect(reads()).toHaveLength(1);
		expect(wire(stage).filter((line) => line.includes('/user/me'))).toHaveLength(1);
	});

	it('a list for each member of a queue, and the queue once', async () => {
		const items = named('Ada Cruz', 'Bo Dahl');
		await stage.run(bookingOf('queue', ofItem), { items });
		expect(reads()).toHaveLength(4);
		expect(wire(stage).filter((line) => line.includes('/queue/'))).toHaveLength(1);
	});

	it('another list where bookings may wait, once for all days', async () => {
		const items = named('Ada Cruz', 'Bo Dahl').map((person, at) => ({
			...person,
			start: `2026-03-0${3 + at}T10:00`,
		}));
		const parameters = bookingOf('double opt-in', { ...ofItem, start: '={{ $json.start }}' });
		await stage.run(parameters, { items });
		const paths = reads().map((line) => line.split('/')[2]);
		expect(paths).toEqual(['provisional-booking', 'appointment', 'appointment']);
	});
});
