import { setTimeout } from 'node:timers/promises';
import type { INodeParameters } from 'n8n-workflow';
import { booking } from '../workflow/booking.cts';
import { ids, useStage, wire } from '../workflow/stage.cts';
import { buildDoor, type Door } from './door.cts';
import { throughErrorOutput } from '../workflow/outcome.cts';

const stage = useStage({ nodeSpeed: 20 });

const me: INodeParameters = { resource: 'user', operation: 'getMe' };

describe('while nobody listens', () => {
	let door: Door;
	/** Which connection is the last one before the door shuts for a moment. */
	let shutAfter = 0;
	let credential: { baseUrl: string };
	beforeAll(async () => {
		door = await buildDoor(stage.sandbox.url, (count, self) => {
			if (count !== shutAfter) return;
			self.shut();
			void setTimeout(200).then(async () => await self.open());
		});
		credential = { baseUrl: `${door.url}/v4` };
	});
	afterAll(() => door.shut());

	it('a read waits until somebody does', async () => {
		door.shut();
		const run = stage.run(me, { credential });
		void setTimeout(200).then(async () => await door.open());
		expect((await run).items).toMatchObject([{ json: { id: ids.admin } }]);
		expect(wire(stage)).toEqual(['GET /v4/user/me 200']);
	});

	it('a booking that was refused before it was sent is sent again, and made once', async () => {
		const before = stage.sandbox.state.appointments.size;
		shutAfter = door.passed() + 1;
		const { items, error } = await stage.run(booking(), { credential });
		expect(error).toBeUndefined();
		expect(items).toMatchObject([{ json: { bookingState: 'confirmed' } }]);
		expect(wire(stage)).toEqual([expect.stringMatching(/^GET/), 'POST /v4/booking 201']);
		expect(stage.sandbox.state.appointments.size).toBe(before + 1);
	});

	it('a booking gives up when Max Wait is over, and nothing was sent', async () => {
		door.shut();
		const given = booking({ options: { maxWait: 1 } });
		const { error, details } = await throughErrorOutput(stage, given, { credential });
		await door.open();
		expect(error).toBe('meetergo could not be reached');
		expect(details).toEqual({
			httpCode: null,
			code: 'unreachable',
			parameter: null,
			description: `Nothing was sent. Check the network and the Base URL of the credential. Cause: connect ECONNREFUSED ${new URL(door.url).host}`,
			mayHaveHappened: false,
			waitedSeconds: expect.any(Number),
		});
		expect(wire(stage)).toEqual([]);
	});
});

it('a host that does not exist is told in words, and the cause is kept', async () => {
	const credential = { baseUrl: 'http://meetergo.invalid/v4' };
	const given = { ...me, options: { maxWait: 0 } };
	const { error, details } = await throughErrorOutput(stage, given, { credential });
	expect(error).toBe('meetergo could not be reached');
	expect(details).toMatchObject({ code: 'unreachable', mayHaveHappened: false });
	expect(details.description).toMatch(
		/Cause: getaddrinfo (?:ENOTFOUND|EAI_AGAIN) meetergo\.invalid$/,
	);
	const { error: thrown } = await stage.run(given, { credential });
	expect(thrown?.message).toBe('meetergo could not be reached');
});

it('reads go on after resets and silence', async () => {
	stage.sandbox.faults.add({ kind: 'reset' });
	stage.sandbox.faults.add({ kind: 'hang', ms: 50 });
	const { items } = await stage.run(me);
	expect(items).toMatchObject([{ json: { id: ids.admin } }]);
	expect(wire(stage)).toEqual([0, 0, 200].map((status) => `GET /v4/user/me ${status}`));
});
