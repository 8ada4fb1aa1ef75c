import type { INode } from 'n8n-workflow';
import { checkWorkflow } from '../../../engine/checkWorkflow.cts';
import { isObject } from '../../../engine/isObject.cts';
import { DEFAULT_NODE_TYPE } from '../../../engine/packages.cts';
import { entries, flatten } from '../../../scripts/docs/form.cts';
import { triggers } from '../../../scripts/docs/triggers.cts';
import { ourTriggers, withMadeUpEvents } from '../../../scripts/start/madeUpEvents.cts';
import { oneBookingOf } from './sizes.cts';
import { agentFiles, files, moments, readExample, useExample } from './stage.cts';

const STICKY = 'n8n-nodes-base.stickyNote';

/** The nodes that run only where something goes another way than usual. */
const spared: Readonly<Partial<Record<string, readonly string[]>>> = {
	'after-the-meeting-follow-up.json': ['See you then', 'Not followed up'],
	'cancel-and-rebook-sick-host.json': ['Not cancelled', 'To be called'],
	'lead-to-next-free-slot.json': ['One more step', 'Link that works once', 'Choose yourself'],
};

const UUID = /^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/;

const working = (nodes: readonly INode[]) => nodes.filter(({ type }) => type !== STICKY);

describe.each([...files, ...agentFiles])('%s', (file) => {
	it('fills in no field that the form lacks', async () => {
		const { nodes } = await readExample(file);

		// n8n drops what it does not know without a word.
		const unknown = nodes
			.filter(({ type }) => type.startsWith('n8n-nodes-meetergo.'))
			.flatMap((node) => unknownFields(node).map((field) => `${node.name}: ${field}`));
		expect(unknown).toEqual([]);
	});

	it('is drawn on the grid of the canvas, nothing over anything else', async () => {
		const { nodes } = await readExample(file);

		const boxes = nodes.map((node) => ({ name: node.name, ...boxOf(node) }));
		for (const { left, top } of boxes) expect([left % 16, top % 16].map(Math.abs)).toEqual([0, 0]);
		const covered = boxes.flatMap((box, at) =>
			boxes.slice(at + 1).flatMap((other) => (overlap(box, other) ? [[box.name, other.name]] : [])),
		);
		expect(covered).toEqual([]);
	});
});

describe.each(files)('%s', (file) => {
	it('uses this package and core nodes only, each id once', async () => {
		const { nodes } = await readExample(file);

		const packages = new Set(nodes.map(({ type }) => type.split('.')[0]));
		expect([...packages].sort()).toEqual(['n8n-nodes-base', 'n8n-nodes-meetergo']);
		expect(new Set(nodes.map(({ id }) => id)).size).toBe(nodes.length);
	});

	describe.each(moments)('at %s', (_name, now) => {
		const stage = useExample(file, now, oneBookingOf(file));

		it('runs from start to end', async () => {
			const workflow = await withMadeUpEvents(await readExample(file), stage.sandbox);
			const { credentials } = stage.sandbox;
			expect(await checkWorkflow({ workflow, credentials })).toEqual([]);

			const result = await stage.run({ workflow });

			expect(result).toMatchObject({ status: 'success', error: undefined });
			const names = working(workflow.nodes).map(({ name }) => name);
			expect(result.order).toEqual(names.filter((name) => !spared[file]?.includes(name)));
			for (const { outputs } of result.nodes.values()) expect(outputs.flat()).not.toEqual([]);
		});
	});
});

it('gives each webhook an address of its own, and says when to poll', async () => {
	const workflows = await Promise.all(files.map(readExample));
	const begun = workflows.flatMap(ourTriggers);
	const called = begun.filter(({ type }) => type.endsWith('.meetergoTrigger'));
	const polled = begun.filter(({ type }) => type.endsWith('.meetergoPollTrigger'));

	// n8n would go by the name of the node, and poll every minute.
	const addresses = called.map(({ webhookId }) => webhookId);
	for (const address of addresses) expect(address).toMatch(UUID);
	expect(new Set(addresses).size).toBe(3);
	expect(polled.map(({ parameters }) => parameters.pollTimes)).toEqual([
		{ item: [{ mode: 'everyX', value: 5, unit: 'minutes' }] },
		{ item: [{ mode: 'everyX', value: 5, unit: 'minutes' }] },
	]);
});

/** The fields outside the table: which operation, and who calls. */
const GENERAL = ['authentication', 'actingUser', 'resource', 'operation'];

/** What n8n adds to the form of a tool. */
const ADDED_TO_TOOLS = ['descriptionType', 'toolDescription'];

/** What n8n adds to the form of whatever polls. */
const ADDED_BY_N8N = ['pollTimes'];

/** The form of a node of ours as far as it is its own, and which fields there are besides. */
function formOf({ type, parameters }: INode) {
	const isTool = type === `${DEFAULT_NODE_TYPE}Tool`;
	if (type === DEFAULT_NODE_TYPE || isTool) {
		const entry = entries.find(
			({ resource, operation }) =>
				resource === parameters.resource && operation.option.value === parameters.operation,
		);
		return {
			properties: entry?.operation.properties ?? [],
			others: isTool ? [...GENERAL, ...ADDED_TO_TOOLS] : GENERAL,
		};
	}
	const trigger = triggers.find(({ name }) => type.endsWith(`.${name}`));
	return { properties: trigger?.properties ?? [], others: ADDED_BY_N8N };
}

function unknownFields(node: INode): string[] {
	const { properties, others } = formOf(node);
	const known = new Map(flatten(properties).map(({ path, property }) => [path, property.type]));
	return Object.entries(node.parameters).flatMap(([name, value]) => {
		if (others.includes(name)) return [];
		const isCollection = known.get(name) === 'collection' && isObject(value);
		const inner = isCollection ? Object.keys(value).map((key) => `${name}.${key}`) : [];
		return [name, ...inner].filter((path) => !known.has(path));
	});
}

interface Box {
	readonly left: number;
	readonly top: number;
	readonly right: number;
	readonly bottom: number;
}

/** In pixels: a note has a size, a node is a square with its name below. */
function boxOf({ type, position: [left, top], parameters: { width, height } }: INode): Box {
	const isSticky = type === STICKY;
	return {
		left,
		top,
		right: left + (isSticky ? Number(width) : 96),
		bottom: top + (isSticky ? Number(height) : 136),
	};
}

function overlap(a: Box, b: Box): boolean {
	return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}
