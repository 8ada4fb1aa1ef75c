import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { checkWorkflow } from '../../engine/checkWorkflow.cts';
import type { ExportedWorkflow } from '../../engine/exportedWorkflow.cts';
import { readWorkflow } from '../../engine/readWorkflow.cts';
import type { RunResult } from '../../engine/runResult.cts';
import { runWorkflow } from '../../engine/runWorkflow.cts';
import { readWeekText } from '../../nodes/Meetergo/fields/weekText';
import { startExampleSandbox, type ExampleSandbox } from '../../scripts/start/exampleSandbox.cts';

const folder = join(__dirname, '..', '..', 'examples');
const files = readdirSync(folder).filter((name) => name.endsWith('.json'));

let sandbox: ExampleSandbox;
beforeEach(async () => {
	sandbox = await startExampleSandbox();
});
afterEach(async () => await sandbox.close());

async function read(file: string): Promise<ExportedWorkflow> {
	const answer = await readWorkflow(join(folder, file));
	if ('problem' in answer) throw new Error(answer.problem.what);
	const { settings, ...workflow } = answer.workflow;
	return { ...workflow, settings: { ...settings, timezone: 'Europe/Vienna' } };
}

async function run(file: string): Promise<RunResult> {
	return await runWorkflow({ workflow: await read(file), credentials: sandbox.credentials });
}

function records(result: RunResult, node: string) {
	return result.nodes.get(node)?.outputs[0]?.map(({ json }) => json) ?? [];
}

describe.each(files)('%s', (file) => {
	it('uses this package and core nodes only, each id once', async () => {
		const { nodes } = await read(file);

		const packages = new Set(nodes.map(({ type }) => type.split('.')[0]));
		expect([...packages].sort()).toEqual(['n8n-nodes-base', 'n8n-nodes-meetergo']);
		expect(new Set(nodes.map(({ id }) => id)).size).toBe(nodes.length);
	});

	it('runs from start to end', async () => {
		const workflow = await read(file);
		const { credentials } = sandbox;

		expect(await checkWorkflow({ workflow, credentials })).toEqual([]);
		const result = await runWorkflow({ workflow, credentials });

		expect(result).toMatchObject({ status: 'success', error: undefined });
		const working = workflow.nodes.filter(({ type }) => type !== 'n8n-nodes-base.stickyNote');
		expect(result.order).toEqual(working.map(({ name }) => name));
		for (const { outputs } of result.nodes.values()) expect(outputs[0]).not.toEqual([]);
	});
});

it('makes a CRM row of each booking of the week', async () => {
	const result = await run('bookings-to-crm-rows.json');

	const bookings = records(result, "Get this week's bookings");
	const rows = records(result, 'CRM row');
	expect(rows.map((row) => row.booking_id)).toEqual(bookings.map((booking) => booking.id));
	expect(rows[0]).toEqual({
		booking_id: bookings[0]?.id,
		contact_name: bookings[0]?.attendeeName,
		contact_email: bookings[0]?.attendeeEmail,
		subject: `${bookings[0]?.meetingTypeName} with ${bookings[0]?.hostName}`,
		day: String(bookings[0]?.start).slice(0, 10),
		minutes: 30,
		status: 'confirmed',
	});
	expect(new Set(bookings.map((booking) => booking.hostName)).size).toBeGreaterThan(1);
	expect(new Set(rows.map((row) => row.status))).toEqual(new Set(['confirmed', 'cancelled']));
});

it('books the first free time for the lead and moves it by a day or more', async () => {
	const result = await run('book-a-lead.json');

	const [first] = records(result, 'Find free times');
	const [booked] = records(result, 'Book it');
	const [moved] = records(result, 'Move it by a day');
	expect(booked).toMatchObject({
		start: first?.start,
		bookingState: 'confirmed',
		attendeeName: 'Nora Haugen',
		attendeeEmail: 'nora.haugen@example.net',
	});
	expect(moved).toMatchObject({ id: booked?.id, previousStart: booked?.start });
	const movedBy = Date.parse(String(moved?.start)) - Date.parse(String(booked?.start));
	expect(movedBy).toBeGreaterThanOrEqual(24 * 60 * 60 * 1000);
});

it('onboards twenty people, each with hours, two meeting types and an address for the calendar', async () => {
	const { state } = sandbox;
	const usersBefore = state.users.size;
	const result = await run('onboard-employees.json');

	const people = records(result, 'One item each');
	const sheet = records(result, 'Welcome sheet');
	expect(people).toHaveLength(20);
	expect(sheet.map(({ email }) => email)).toEqual(people.map(({ email }) => email));
	expect(state.users.size).toBe(usersBefore + people.length);
	expect(new Set(sheet.map((row) => row.connect_calendar)).size).toBe(people.length);

	for (const [at, { email, hours, time_zone }] of people.entries()) {
		const user = [...state.users.values()].find((one) => one.email === email);
		const types = [...state.meetingTypes.values()].filter(({ userId }) => userId === user?.id);
		const page = `https://cal.meetergo.com/${user?.slug}`;
		expect(types.map(({ slug }) => slug)).toEqual(['introduction-call', 'site-survey']);
		expect(sheet[at]).toMatchObject({
			employee: `${user?.givenName} ${user?.familyName}`,
			introduction_call: `${page}/introduction-call`,
			site_survey: `${page}/site-survey`,
		});
		const schedule = state.availabilities.get(user?.defaultAvailabilityId ?? '');
		expect(schedule?.timezone).toBe(time_zone);
		const reading = readWeekText(String(hours));
		const open = 'entries' in reading ? reading.entries.flatMap(({ days }) => days) : [];
		const enabled = Object.entries(schedule?.schedule ?? {}).filter(([, day]) => day.enabled);
		expect(enabled.map(([day]) => day).sort()).toEqual([...open].sort());
	}
});
