import type { INodeParameters } from 'n8n-workflow';
import { booking } from './booking.cts';
import { byId, credentials, ids, useStage, wire } from './stage.cts';
import { throughErrorOutput } from './outcome.cts';

const stage = useStage();

const me: INodeParameters = { resource: 'user', operation: 'getMe' };

/** Five days, one booking each; the fourth has no day. */
const days = ['2026-03-03', '2026-03-05', '2026-03-06', '2026-03-', '2026-03-09'];
const items = days.map((day) => ({ start: `${day}T09:00:00` }));
const eachDay = booking({ attendeeEmail: 'guest@example.net', start: '={{ $json.start }}' });

describe('Stop Workflow', () => {
	it('throws an error of n8n with what is wrong and what to do', async () => {
		const { error, status } = await stage.run({ ...me, options: { maxWait: -1 } });
		expect(status).toBe('error');
		expect(error).toMatchObject({
			name: 'NodeOperationError',
			message: 'Max Wait (Seconds): must be a whole number from 0 to 3600, but is "-1".',
			description:
				'Nothing was changed in meetergo for this item. Correct the field "Max Wait (Seconds)" and run the node again.',
			context: { itemIndex: 0 },
		});
		expect(wire(stage)).toEqual([]);
	});

	it('sends nothing for any item when one of them is not valid', async () => {
		const { error } = await stage.run(eachDay, { items });
		expect(error?.message).toMatch(/^Start: "2026-03-T09:00:00"/);
		expect(error).toMatchObject({ context: { itemIndex: 3 } });
		expect(wire(stage)).toEqual([]);
	});

	it('tells how many items are done besides the failed one', async () => {
		const before = stage.sandbox.state.appointments.size;
		const taken = { start: '2026-03-10T09:00:00' };
		const valid = items.filter((_item, index) => index !== 3).slice(0, 2);
		const { error } = await stage.run(eachDay, { items: [...valid, taken] });
		expect(error).toMatchObject({
			name: 'NodeApiError',
			message: 'Start: The time is not offered, or no longer free',
			httpCode: '400',
			context: { itemIndex: 2 },
		});
		expect(error).toHaveProperty(
			'description',
			expect.stringMatching(/2 other items are done and stay done\.$/),
		);
		expect(stage.sandbox.state.appointments.size).toBe(before + 2);
	});
});

describe('Continue (Using Error Output)', () => {
	it('runs the valid items, and each output item knows its input item', async () => {
		const result = await stage.run(
			{ resource: 'booking', operation: 'get', bookingId: byId('={{ $json.id }}') },
			{
				items: ['nonsense', ids.appointments.group, ids.users.lena, ids.appointments.cancelled].map(
					(id) => ({ id }),
				),
				onError: 'continueErrorOutput',
			},
		);
		expect(result.status).toBe('success');
		expect(result.items.map(({ json, pairedItem }) => [json.id, pairedItem])).toEqual([
			[ids.appointments.group, { item: 1 }],
			[ids.appointments.cancelled, { item: 3 }],
		]);
		expect(result.errors).toMatchObject([
			{ json: { details: { code: 'invalidInput' } }, pairedItem: { item: 0 } },
			{ json: { details: { code: 'notFound' } }, pairedItem: { item: 2 } },
		]);
	});

	it.each([
		[
			'an unknown operation',
			{ resource: 'booking', operation: 'explode' },
			{},
			'Operation',
			/^Operation: "explode" is not one of: create, /,
		],
		[
			'an unknown resource',
			{ resource: 'bookings', operation: 'get' },
			{},
			'Resource',
			/^Resource: "bookings" is not one of: booking, /,
		],
		[
			'a rate of 0 in the credential',
			me,
			{ requestsPerMinute: 0 },
			'Requests per Minute',
			/^Requests per Minute is not a number of at least 1$/,
		],
		[
			'a rate that is text in the credential',
			me,
			{ burst: 'plenty' },
			'Burst',
			/^Burst is not a number of at least 1$/,
		],
		[
			'no process in the credential',
			me,
			{ processes: -1 },
			'Processes Sharing This Key',
			/^Processes Sharing This Key is not a number of at least 1$/,
		],
		[
			'a base URL that is no address',
			me,
			{ baseUrl: 'api.meetergo.com' },
			'Base URL',
			/^Base URL is not an address that begins with https:\/\/$/,
		],
	])('gives every item an error for %s', async (_what, parameters, credential, field, says) => {
		const { error, details } = await throughErrorOutput(stage, parameters, { credential });
		expect(error).toMatch(says);
		expect(details).toMatchObject({ httpCode: null, code: 'invalidInput', parameter: field });
		expect(details.description).toMatch(
			/^Correct it in the meetergo credential\.$|Correct the field/,
		);
		const several = await stage.run(parameters, {
			credential,
			items: [{}, {}],
			onError: 'continueErrorOutput',
		});
		expect(several.items).toEqual([]);
		expect(several.errors.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 0 }, { item: 1 }]);
		expect(wire(stage)).toEqual([]);
	});
});

describe('an expression in a field with a fixed list', () => {
	it('does not demand the fields that only another of its values needs', async () => {
		const output = await stage.run({ ...me, output: '={{ "raw" }}' });
		expect(output.items).toHaveLength(1);
		const cancelled = await stage.run({
			resource: 'booking',
			operation: 'cancel',
			bookingId: byId(ids.appointments.confirmed),
			cancelFor: '={{ "everyone" }}',
			options: { preview: true },
		});
		expect(cancelled.items).toMatchObject([{ json: { preview: true } }]);
	});
});

it('never shows the secret of a credential', async () => {
	const credential = { accessToken: credentials.expiredToken };
	const told = await throughErrorOutput(stage, me, { credential });
	const { error } = await stage.run(me, { credential });
	expect(JSON.stringify([told, error])).not.toContain(credentials.expiredToken);
});
