import { type INodeParameters, type INodeTypeDescription, Workflow } from 'n8n-workflow';
import { loadPackages } from '../../../engine/packages.cts';
import { Meetergo } from '../../../nodes/Meetergo/Meetergo.node';
import { MeetergoPollTrigger } from '../../../nodes/Meetergo/MeetergoPollTrigger.node';
import { MeetergoTrigger } from '../../../nodes/Meetergo/MeetergoTrigger.node';

/** What n8n shows below a node with these parameters. */
async function below(
	{ description }: { readonly description: INodeTypeDescription },
	parameters: INodeParameters,
): Promise<unknown> {
	const node = {
		id: '1',
		name: 'Node',
		type: `n8n-nodes-meetergo.${description.name}`,
		typeVersion: 1,
		position: [0, 0] as [number, number],
		parameters,
	};
	const nodeTypes = await loadPackages();
	const workflow = new Workflow({ nodes: [node], connections: {}, active: false, nodeTypes });
	const { expression } = workflow;
	await expression.acquireIsolate?.();
	return expression.getSimpleParameterValue(node, description.subtitle, 'internal', {});
}

it.each([
	[Meetergo, { resource: 'booking', operation: 'getAll' }, 'Get Many: Booking'],
	[Meetergo, { resource: 'contact', operation: 'upsert' }, 'Create or Update: Contact'],
	[Meetergo, { resource: 'contact', operation: 'of later days' }, 'of later days: Contact'],
	[MeetergoTrigger, { events: [] }, ''],
	[
		MeetergoTrigger,
		{ events: ['booking_created', 'form_submission'] },
		'Booking Created, Form Submitted',
	],
	[MeetergoPollTrigger, { events: ['booking_starts_soon'] }, 'Booking Starts Soon'],
])('%p with %j: %s', async (Type, parameters, words) => {
	expect(await below(new Type(), parameters)).toBe(words);
});

it('finds one word for each value', () => {
	const { properties } = new Meetergo().description;
	for (const name of ['resource', 'operation']) {
		const options = properties
			.filter((property) => property.name === name)
			.flatMap((property) => property.options ?? [])
			.flatMap((option) => ('value' in option ? [option] : []));
		const words = new Set(options.map(({ value, name: word }) => `${String(value)}: ${word}`));
		expect(words.size).toBe(new Set(options.map(({ value }) => value)).size);
	}
});
