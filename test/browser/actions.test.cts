import { ids } from '../../sandbox/seed.cts';
import { useEditor } from './useEditor.cts';
import { lineUp, node, surveys } from './workflows.cts';

const at = useEditor();

it.each(['meetergo', 'calendar booking', 'appointment scheduling'])(
	'is found in the panel of nodes by "%s"',
	async (words) => {
		await at.editor.openWorkflow();

		expect(await at.editor.search(words)).toContain('Meetergo');
	},
);

it('is added from the panel, ready to be filled in', async () => {
	await at.editor.openWorkflow();
	await at.editor.search('meetergo');
	await at.editor.part('node-creator-item-name').first().click();
	await at.editor.page.getByText('Add to workflow').click();
	await at.editor.part('ndv').waitFor();

	for (const name of ['resource', 'operation', 'meetingTypeId', 'start', 'attendeeName'])
		expect(await at.editor.field(name).isVisible()).toBe(true);
	const credential = at.editor.part('node-credentials-select').locator('input').first();
	expect(await credential.inputValue()).not.toBe('');
});

it('lists meeting types, searches them, and shows free slots', async () => {
	const tomorrow = '={{ $now.plus({ days: 1 }).startOf("day") }}';
	const slots = node('Free slots', {
		resource: 'availability',
		operation: 'getSlots',
		start: tomorrow,
		end: '={{ $now.plus({ days: 7 }) }}',
		timezone: 'Europe/Vienna',
		options: { atMostPerDay: 3 },
	});
	await at.editor.openWorkflow(await lineUp(at.stage, slots));
	await at.editor.openNode('Free slots');

	expect(await at.editor.list('meetingTypeId')).toContain('Site survey (45 min)');
	expect(await at.editor.list('meetingTypeId', 'survey')).toEqual(['Site survey (45 min)']);
	await at.editor.pick('meetingTypeId', 'Site survey');
	await at.editor.run();

	const output = await at.editor.output();
	expect(output).toMatch(/\d+ items/);
	expect(output).toContain('Europe/Vienna');
	await at.editor.widenOutput();
	await at.editor.picture('slots');
});

it('books with the answers to the questions of the form', async () => {
	const asPriya = { authentication: 'platformApiKey', actingUser: user(ids.users.priya) };
	const slot = node('Free slot', {
		...asPriya,
		resource: 'availability',
		operation: 'getSlots',
		meetingTypeId: { ...surveys, value: ids.meetingTypes.priya },
		start: '={{ $now.plus({ days: 1 }) }}',
		end: '={{ $now.plus({ days: 14 }) }}',
		options: { atMost: 1 },
	});
	const book = node('Book a design review', {
		authentication: 'platformApiKey',
		resource: 'booking',
		operation: 'create',
		start: '={{ $json.start }}',
	});
	await at.editor.openWorkflow(await lineUp(at.stage, slot, book));
	// Without a value for Start, n8n does not notice that another meeting type was chosen.
	await at.editor.openNode('Free slot');
	await at.editor.run();
	await at.editor.closeNode();
	await at.editor.openNode('Book a design review');
	await at.editor.pick('actingUser', 'Priya');
	await at.editor.pick('meetingTypeId', 'Design review');
	await at.editor.fill('attendeeName', 'Nora Lind');
	await at.editor.fill('attendeeEmail', 'nora.lind@example.net');

	const answers = at.editor.part('resource-mapper-container');
	await answers.scrollIntoViewIfNeeded();
	await answers.getByText('Industry').waitFor();
	expect(await answers.innerText()).toContain('Form Answers');
	await answers.locator('input[type=text]').first().fill('Bridge over the Tana');
	await at.editor.choose(answers.locator('.el-select').first(), 'Construction');
	await at.editor.run();

	expect(await at.editor.output()).toContain('confirmed');
	const [booked] = [...at.stage.sandbox.state.appointments.values()].filter(({ attendees }) =>
		attendees.some(({ email }) => email === 'nora.lind@example.net'),
	);
	expect(booked?.meetingTypeId).toBe(ids.meetingTypes.priya);
	expect(JSON.stringify(booked?.attendees[0]?.notes)).toContain('Bridge over the Tana');
	await answers.evaluate('(element) => element.scrollIntoView({ block: "center" })');
	await at.editor.picture('form-answers');
});

it('tells in the output what is wrong, and with which field', async () => {
	const book = node('Too late', {
		resource: 'booking',
		operation: 'create',
		meetingTypeId: surveys,
		start: '2020-01-01T09:00:00Z',
		attendeeName: 'Nora Lind',
		attendeeEmail: 'nora.lind@example.net',
	});
	await at.editor.openWorkflow(await lineUp(at.stage, book));
	await at.editor.openNode('Too late');
	await at.editor.run();

	const output = await at.editor.output();
	expect(output).toContain('Start: The time is not offered, or no longer free');
	expect(output).toContain('Get the free slots again and choose another start.');
});

it('gives a hint beside an output that may surprise', async () => {
	const past = node('Last week', {
		resource: 'availability',
		operation: 'getSlots',
		meetingTypeId: surveys,
		start: '2020-01-06',
		end: '2020-01-10',
		slotsAs: 'list',
	});
	await at.editor.openWorkflow(await lineUp(at.stage, past));
	await at.editor.openNode('Last week');
	await at.editor.run();

	expect(await at.editor.output()).toContain('The window lies in the past, so no slot is free.');
});

it.each([
	['create', '12:30', {}],
	[
		'update',
		'16:45',
		{ scheduleId: { __rl: true, mode: 'id', value: ids.availabilities.lenaEvenings } },
	],
])('takes the hours of a week in rows: %s, until %s', async (operation, until, which) => {
	const hours = node('Hours', { resource: 'availability', operation, ...which, name: 'Summer' });
	await at.editor.openWorkflow(await lineUp(at.stage, hours));
	await at.editor.openNode('Hours');
	const rows = at.editor.part('fixed-collection-weeklyHours');
	for (const kind of ['Open', 'Closed']) {
		await at.editor.choose(rows.locator('.el-select').last(), kind);
	}
	const days = at.editor.part('parameter-input-days');
	const leave = async () => {
		await at.editor.page.getByText('Weekly Hours').last().click();
		await at.editor.settle();
	};
	await at.editor.choose(days.first(), 'Monday', 'Tuesday');
	await leave();
	await at.editor.choose(days.last(), 'Friday');
	await leave();
	await at.editor.fill('to', until);
	await at.editor.run();

	expect(await at.editor.output()).toContain(`Mon-Tue 09:00-${until}`);
	const stored = [...at.stage.sandbox.state.availabilities.values()].find(({ schedule }) =>
		JSON.stringify(schedule.monday).includes(until),
	);
	expect(stored?.schedule.friday?.hours).toEqual([]);
});

function user(value: string) {
	return { __rl: true, mode: 'id', value } as const;
}
