import { setImmediate } from 'node:timers/promises';
import { meetingTypes } from '../../../nodes/Meetergo/api/meetingTypes';
import { RunBookings } from '../../../nodes/Meetergo/actions/booking/alreadyBooked/runBookings';
import { Known } from '../../../nodes/Meetergo/actions/requests/known';
import { Turns } from '../../../nodes/Meetergo/actions/requests/turns';
import { createClient } from '../../../nodes/Meetergo/transport/client';
import { server } from '../transport/fakes.cts';

const voice = {
	fail(failure: { readonly message: string }): never {
		throw new Error(failure.message);
	},
	hint: () => {},
};

/** An action that tells when it begins and ends. */
function acting(log: string[], name: string, fails = false) {
	return async () => {
		log.push(`${name} begins`);
		await setImmediate();
		log.push(`${name} ends`);
		if (fails) throw new Error(name);
		return name;
	};
}

describe('turns', () => {
	it('are taken in order, also after one that failed', async () => {
		const log: string[] = [];
		const turns = new Turns();
		const results = await Promise.allSettled([
			turns.take('key', acting(log, 'one', true)),
			turns.take('key', acting(log, 'two')),
			turns.take('key', acting(log, 'three')),
		]);
		expect(log).toEqual(
			['one', 'two', 'three'].flatMap((name) => [`${name} begins`, `${name} ends`]),
		);
		expect(results.map(({ status }) => status)).toEqual(['rejected', 'fulfilled', 'fulfilled']);
	});

	it('of different keys do not wait for each other', async () => {
		const log: string[] = [];
		const turns = new Turns();
		await Promise.all([turns.take('a', acting(log, 'one')), turns.take('b', acting(log, 'two'))]);
		expect(log).toEqual(['one begins', 'two begins', 'one ends', 'two ends']);
	});
});

describe('known records', () => {
	const api = (...pages: readonly unknown[]) => {
		const ports = server(pages.map((body) => ({ status: 200, headers: {}, body })));
		return { ports, client: createClient({ ...ports, memo: new Map(), voice }) };
	};

	it('are read once by items that begin at once', async () => {
		const { ports, client } = api([{ id: '1' }]);
		const [one, two] = await Promise.all([
			Known.in(meetingTypes, client),
			Known.in(meetingTypes, client),
		]);
		expect(one).toBe(two);
		expect(one.records).toHaveLength(1);
		expect(ports.asked).toHaveLength(1);
	});

	it('are made one at a time, and one that fails does not stop the next', async () => {
		const { client } = api([]);
		const known = await Known.in(meetingTypes, client);
		const log: string[] = [];
		const made = await Promise.allSettled([
			known.making(acting(log, 'one', true), client),
			known.making(acting(log, 'two'), client),
		]);
		expect(log).toEqual(['one begins', 'one ends', 'two begins', 'two ends']);
		expect(made.map(({ status }) => status)).toEqual(['rejected', 'fulfilled']);
	});
});

it('bookings of one attendee are made one at a time, those of others meanwhile', async () => {
	const client = createClient({ ...server([]), memo: new Map(), voice });
	const log: string[] = [];
	const inTurn = async (email: string, name: string) => {
		const attendee = { name, email, phone: undefined };
		return await RunBookings.inTurn(attendee, client, acting(log, name));
	};
	await Promise.all([
		inTurn('ada@example.net', 'one'),
		inTurn('Ada@Example.net', 'two'),
		inTurn('bo@example.net', 'other'),
	]);
	expect(log.filter((line) => !line.startsWith('other'))).toEqual([
		'one begins',
		'one ends',
		'two begins',
		'two ends',
	]);
	expect(log.indexOf('other begins')).toBeLessThan(log.indexOf('one ends'));
});
