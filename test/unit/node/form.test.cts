import { type INodeProperties, NodeHelpers } from 'n8n-workflow';
import { Meetergo } from '../../../nodes/Meetergo/Meetergo.node';
import { entries, flatten, nameOf } from '../../../scripts/docs/form.cts';
import { kilobytesOf, kilobytesPerOperation } from '../../../scripts/docs/formSize.cts';

const { description } = new Meetergo();

/** Shown before an operation is chosen, for every operation alike. */
const common = ['authentication', 'actingUser', 'resource', 'operation'];

const named = entries.map((entry) => [nameOf(entry), entry] as const);

/** What n8n itself shows for some values of the form. */
function shown(values: Record<string, string | boolean>): INodeProperties[] {
	const node = {
		id: '1',
		name: 'meetergo',
		type: 'meetergo',
		typeVersion: 1,
		position: [0, 0] as [number, number],
		parameters: values,
	};
	const isShown = (property: INodeProperties, around: typeof values = values) =>
		NodeHelpers.displayParameter(around, property, node, description, values);
	return description.properties
		.filter((property) => !common.includes(property.name) && isShown(property))
		.map((property) => {
			if (property.type !== 'collection') return property;
			const fields = property.options?.filter((field) => 'type' in field && isShown(field, {}));
			return { ...property, options: fields };
		});
}

/** A property as its operation has it: without where it is shown. */
function withoutPlace({ displayOptions, ...property }: INodeProperties): INodeProperties {
	if (property.type !== 'collection') return property;
	const options = property.options?.filter((field) => 'type' in field).map(withoutPlace);
	return { ...property, options };
}

describe.each(named)('%s', (_name, { resource, operation }) => {
	it.each([
		[{ weeklyHoursAs: 'rows', findBy: 'contact' }, ['weeklyHoursText', 'attendeeId']],
		[{ weeklyHoursAs: 'text', findBy: 'attendee' }, ['weeklyHours', 'contactId']],
	])('shows its own fields and no others, in its own order, with %j', (choices, otherwise) => {
		const unfolded = {
			authentication: 'personalAccessToken',
			resource,
			operation: String(operation.option.value),
			returnAll: false,
			output: 'selected',
			hosts: 'chosen',
			cancelFor: 'attendee',
			country: 'DE',
			...choices,
		};
		// Where it is the only way, as to enter hours, it depends on nothing.
		const own = operation.properties.filter(
			({ name, displayOptions }) => !otherwise.includes(name) || displayOptions === undefined,
		);
		expect(shown(unfolded).map(withoutPlace)).toEqual(own.map(withoutPlace));
	});

	it('hides what depends on another field until that field asks for it', () => {
		const folded = {
			authentication: 'personalAccessToken',
			resource,
			operation: String(operation.option.value),
			returnAll: true,
			output: 'simplified',
			hosts: 'me',
			cancelFor: 'everyone',
			country: 'AT',
		};
		const hidden = ['limit', 'outputFields', 'hostIds', 'attendee', 'germanState'];
		// Elsewhere one of them may stand for itself.
		const dependent = operation.properties.filter(({ displayOptions }) => displayOptions);
		const foldable = dependent.map(({ name }) => name).filter((name) => hidden.includes(name));
		const names = shown(folded).map(({ name }) => name);
		expect(names.filter((name) => foldable.includes(name))).toEqual([]);
	});

	it('costs the editor at most 8 KB', () => {
		expect(kilobytesOf(operation.properties)).toBeLessThanOrEqual(8);
	});
});

it('costs the editor at most 1.5 KB an operation, all in all', () => {
	expect(kilobytesPerOperation()).toBeLessThanOrEqual(1.5);
});

it('defines each name once: n8n checks an expression against the first property of its name', () => {
	const definitions = new Map<string, Set<string>>();
	for (const { operation } of entries) {
		for (const { path, property } of flatten(operation.properties)) {
			// What a collection or a list of the same name holds may differ between operations, and whether it must be filled in.
			const { options, displayOptions, required, ...definition } = property;
			const texts = definitions.get(path) ?? new Set();
			definitions.set(path, texts.add(JSON.stringify(definition)));
		}
	}
	const twice = [...definitions].filter(([, texts]) => texts.size > 1);
	expect(twice).toEqual([]);
});

it('names every method that its fields ask for', () => {
	const { listSearch, loadOptions, resourceMapping } = new Meetergo().methods;
	const text = JSON.stringify(description.properties);
	const asked = (key: string) =>
		[...text.matchAll(new RegExp(`"${key}":"(\\w+)"`, 'g'))].map(([, name]) => name);
	expect(Object.keys(listSearch)).toEqual(expect.arrayContaining(asked('searchListMethod')));
	expect(Object.keys(loadOptions)).toEqual(expect.arrayContaining(asked('loadOptionsMethod')));
	expect(asked('resourceMapperMethod')).not.toEqual([]);
	expect(Object.keys(resourceMapping)).toEqual(
		expect.arrayContaining(asked('resourceMapperMethod')),
	);
});
