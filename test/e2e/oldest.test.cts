import { record } from '../../contract/json.cts';
import { version } from '../../package.json';
import { itemsOf } from '../../scripts/n8n/execution.cts';
import { publish, unpublish } from '../../scripts/n8n/publication.cts';
import { booked, executionsOf, until } from './events.cts';
import { readExample } from './examplesFolder.cts';
import { useOwnN8n } from './ownN8n.cts';
import { useStage } from './stage.cts';
import { inSequence, meetergo, OFTEN } from './workflows.cts';

/* The oldest n8n that the README names. */

const own = useOwnN8n({
	which: 'oldest',
	// It refuses to switch modules off that it does not know yet.
	env: { N8N_DISABLED_MODULES: '' },
});
const stage = useStage({}, async () => await own().signIn());

const events = ['booking_created'];

it('lists the package, and offers its nodes', async () => {
	const { client } = stage();

	expect(await client.communityPackages()).toEqual([
		expect.objectContaining({ packageName: 'n8n-nodes-meetergo', installedVersion: version }),
	]);
	const types = [...(await client.nodeTypes())].map(String);
	expect(types.filter((type) => type.startsWith('n8n-nodes-meetergo.')).sort()).toEqual([
		'n8n-nodes-meetergo.meetergo',
		'n8n-nodes-meetergo.meetergoPollTrigger',
		'n8n-nodes-meetergo.meetergoTool',
		'n8n-nodes-meetergo.meetergoTrigger',
	]);
});

it('finds a key that works', async () => {
	const { client, sandbox, credentials } = stage();
	for (const [type, { id, name }] of Object.entries(credentials)) {
		const answer = await client.testCredential(id, type, name, sandbox.credentials[type] ?? {});
		expect(answer).toMatchObject({ status: 'OK' });
	}
});

it('runs an example', async () => {
	const execution = await stage().run(await readExample('book-a-lead'), 'Lead arrives');

	expect(execution).toMatchObject({ status: 'success' });
	const made = [...stage().sandbox.state.appointments.values()].filter(({ attendees }) =>
		attendees.some(({ email }) => email === 'nora.haugen@example.net'),
	);
	expect(itemsOf(execution, 'Move it by a day').map(({ json }) => record(json).id)).toEqual(
		made.map(({ id }) => id),
	);
	expect(made).toHaveLength(1);
});

it.each([
	['meetergoTrigger', {}],
	['meetergoPollTrigger', { pollTimes: OFTEN }],
] as const)('starts a workflow by %s', async (kind, fields) => {
	const { client, sandbox } = stage();
	const id = await stage().add(inSequence(meetergo('Trigger', { events, ...fields }, { kind })));
	await publish(client.rest, id);
	await until(() => stage().exchanges.length > 0);
	const booking = await booked(stage());

	const [execution] = await executionsOf(client.rest, id);
	const [item] = execution ? itemsOf(execution, 'Trigger') : [];
	expect(item?.json).toMatchObject({ event: 'booking_created', id: booking.id });
	await unpublish(client.rest, id);
	expect([...sandbox.state.webhooks.values()]).toEqual([]);
});
