import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import { DateTime } from 'luxon';
import { list, record, type Json } from '../../contract/json.cts';
import { publish } from '../../scripts/n8n/publication.cts';
import { startWholeStage, type WholeStage } from '../wholeN8n.cts';
import frozen from './mcpTools.json';

const SECRET = 'a-secret-of-the-tests';
/** All five together. A model reads them with each request. */
const MOST_BYTES = 3000;

let stage: WholeStage;
const agent = new Client({ name: 'tests', version: '1.0.0' });

beforeAll(async () => {
	stage = await startWholeStage({ httpBearerAuth: { token: SECRET } });
	const id = await stage.addExample('ai/scheduling-tools-for-agents.json');
	await publish(stage.client.rest, id);
	await agent.connect(transport(SECRET));
});

afterAll(async () => {
	await agent.close();
	await stage.close();
});

it('keeps out whoever lacks the secret', async () => {
	const stranger = new Client({ name: 'stranger', version: '1.0.0' });

	await expect(stranger.connect(transport('guessed'))).rejects.toThrow();
});

it('offers five small tools', async () => {
	const { tools } = await agent.listTools();

	const offered = tools
		.map(({ name, description, inputSchema }) => ({ name, description, inputSchema }))
		.sort((a, b) => (a.name < b.name ? -1 : 1));
	// What a model reads is as frozen as what workflows store.
	expect(offered).toEqual(frozen);
	const bytes = Buffer.byteLength(JSON.stringify(offered));
	console.log(`The tools take ${bytes} bytes.`);
	expect(bytes).toBeLessThan(MOST_BYTES);
});

it('finds a time, books it, moves it and cancels it', async () => {
	const tomorrow = DateTime.now().plus({ days: 1 });
	const { slots, timezone } = await use('Find_free_times', {
		from: tomorrow.toISODate(),
		until: tomorrow.plus({ days: 7 }).toISODate(),
		time_zone: 'America/New_York',
	});
	expect(timezone).toBe('America/New_York');
	const [first, second] = list(slots).map((slot) => String(record(slot).start));

	const booked = await use('Book_a_time', {
		start: first,
		time_zone: 'America/New_York',
		name: 'Nora Lind',
		email: 'nora.lind@example.net',
	});
	const id = String(booked.id);
	expect(booked).toMatchObject({ bookingState: 'confirmed', change: 'created' });
	expect(startOf(id)).toBe(DateTime.fromISO(String(first)).toMillis());
	expect(booking(id)?.attendees).toMatchObject([
		{ email: 'nora.lind@example.net', timezone: 'America/New_York' },
	]);

	// An agent that is not sure whether it was heard asks again.
	const again = await use('Book_a_time', {
		start: first,
		time_zone: 'America/New_York',
		name: 'Nora Lind',
		email: 'nora.lind@example.net',
	});
	expect(again).toMatchObject({ id, change: 'unchanged' });

	const moved = await use('Move_a_booking', { booking_id: id, start: second });
	expect(moved).toMatchObject({ id });
	expect(startOf(id)).toBe(DateTime.fromISO(String(second)).toMillis());

	const cancelled = await use('Cancel_a_booking', { booking_id: id });
	expect(cancelled).toMatchObject({ id, bookingState: 'cancelled' });
	expect(booking(id)?.cancel).not.toBeNull();
});

it('looks up a contact', async () => {
	const contact = await use('Look_up_a_contact', { email: 'tomas.berg@example.net' });

	expect(contact).toMatchObject({ firstName: 'Tomas', lastName: 'Berg' });
});

it('tells what is wrong so that the agent can do better', async () => {
	const taken = await answerOf('Book_a_time', {
		start: '2020-01-01T09:00:00Z',
		time_zone: '',
		name: 'Nora Lind',
		email: 'nora.lind@example.net',
	});
	const unknown = await answerOf('Look_up_a_contact', { email: 'nobody@example.net' });
	const vague = await answerOf('Move_a_booking', { booking_id: 'the one of Nora', start: 'soon' });

	expect({ taken, unknown, vague }).toMatchInlineSnapshot(`
		{
		  "taken": "NodeOperationError: Start: The time is not offered, or no longer free

		Details: Get the free slots again and choose another start. meetergo answered: slot-occupied",
		  "unknown": "NodeOperationError: Contact: meetergo could not find what was asked for

		Details: No contact of this company has the mail address nobody@example.net.",
		  "vague": "NodeOperationError: Booking: "the one of Nora" is no booking ID. An ID looks like 9a7e4d10-53c2-4f0b-8b6d-2c1e7f5a8d33; choose From List to pick a booking.

		Details: Nothing was changed in meetergo for this item. Correct the field "Booking" and run the node again.",
		}
	`);
});

function transport(secret: string): StreamableHTTPClientTransport {
	const url = new URL('/mcp/meetergo-scheduling', stage.url);
	const headers = { authorization: `Bearer ${secret}` };
	return new StreamableHTTPClientTransport(url, { requestInit: { headers } });
}

/** The text that a tool answers with. */
async function answerOf(name: string, args: Json): Promise<string> {
	const { content } = await agent.callTool({ name, arguments: { ...args } });
	return list(content)
		.map((part) => String(record(part).text))
		.join('\n');
}

/** The record that a tool answers with. */
async function use(name: string, args: Json): Promise<Json> {
	const text = await answerOf(name, args);
	const [item] = list(JSON.parse(text));
	return record(item);
}

function booking(id: string) {
	return stage.sandbox.state.appointments.get(id);
}

function startOf(id: string): number {
	return Date.parse(booking(id)?.start ?? '');
}
