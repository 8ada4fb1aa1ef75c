import { useEditor } from './useEditor.cts';
import { lineUp, node } from './workflows.cts';

const at = useEditor();

it('draws an example that was imported, with nothing missing', async () => {
	await at.editor.openWorkflow(await at.stage.addExample('sync-bookings-to-crm.json'));

	expect(await at.editor.part('node-issues').count()).toBe(0);
	expect(await at.editor.node('Changed bookings').innerText()).toContain('Get Many: Booking');
	await at.editor.part('zoom-to-fit').click();
	await at.editor.picture('sync-canvas');
});

it('asks of an event only what applies to it', async () => {
	const trigger = node('When somebody books', { events: [] }, 'Trigger');
	await at.editor.openWorkflow(await lineUp(at.stage, trigger));
	await at.editor.openNode('When somebody books');

	await at.editor.choose(at.editor.field('events'), 'Form Submitted');
	await at.editor.page.getByText('Trigger On').first().click();
	expect(await shownOf('verify', 'filters', 'output')).toEqual([]);

	await at.editor.part('ndv').locator('.el-tag__close').first().click();
	await at.editor.choose(at.editor.field('events'), 'Booking Created', 'Booking Rescheduled');
	await at.editor.page.getByText('Trigger On').first().click();
	expect(await shownOf('verify', 'output')).toEqual(['verify', 'output']);
	await at.editor.picture('trigger');
});

it('asks the trigger that polls how often, of whom and how far', async () => {
	const trigger = node('Before a meeting', { events: ['booking_starts_soon'] }, 'PollTrigger');
	await at.editor.openWorkflow(await lineUp(at.stage, trigger));
	await at.editor.openNode('Before a meeting');

	const form = await at.editor.part('node-parameters').innerText();
	for (const label of ['Poll Times', 'Trigger On', 'Hosts', 'Window', 'Filters', 'Output'])
		expect(form).toContain(label);
	expect(form).toContain('Booking Starts Soon');
});

it.each(['light', 'dark'] as const)('has an icon for the %s theme', async (theme) => {
	const slots = node('Free slots', { resource: 'availability', operation: 'getSlots' });
	const id = await lineUp(at.stage, slots);
	await at.editor.page.emulateMedia({ colorScheme: theme });
	await at.editor.openWorkflow(id);

	const icon = at.editor.node('Free slots').locator('img').first();
	const address = (await icon.getAttribute('src')) ?? '';
	expect(address).toMatch(theme === 'dark' ? /meetergo\.dark\.svg$/ : /meetergo\.svg$/);
	expect((await at.editor.page.request.get(new URL(address, at.stage.url).href)).status()).toBe(
		200,
	);
	await at.editor.page.emulateMedia({ colorScheme: 'light' });
});

async function shownOf(...names: string[]): Promise<string[]> {
	const shown: string[] = [];
	for (const name of names) if (await at.editor.field(name).isVisible()) shown.push(name);
	return shown;
}
