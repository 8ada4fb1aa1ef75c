import { type INodeParameters, type INodeProperties, NodeHelpers } from 'n8n-workflow';
import { Meetergo } from '../../../nodes/Meetergo/Meetergo.node';
import { entries, flatten, nameOf } from '../../../scripts/docs/form.cts';
import { kilobytesOf, kilobytesPerOperation } from '../../../scripts/docs/formSize.cts';

const { description } = new Meetergo();

/** Shown before an operation is chosen, for every operation alike. */
const common = ['authentication', 'actingUser', 'resource', 'operation'];

const named = entries.map((entry) => [nameOf(entry), entry] as const);

/** What n8n itself shows for some values of the form. */
function shown(values: INodeParameters): INodeProperties[] {
	const node = {
		id: '1',
		name: 'meetergo',
		type: 'meetergo',
		typeVersion: 1,
		position: [0, 0] as [number, number],
		parameters: values,
	};
	const isShown = (property: INodeProperties, around = values) =>
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

/** Values of the fields on which others depend. */
type Choices = Record<string, string | number | boolean>;

function isChoice(value: unknown): value is Choices[string] {
	return ['string', 'number', 'boolean'].includes(typeof value);
}

/** The values of other fields with which a field is shown. */
function conditionsOf({
	displayOptions,
}: INodeProperties): Array<[string, Array<Choices[string]>]> {
	return Object.entries(displayOptions?.show ?? {}).map(([name, values]) => [
		name,
		(values ?? []).filter(isChoice),
	]);
}

function isMeant(property: INodeProperties, choices: Choices): boolean {
	return conditionsOf(property).every(([name, values]) =>
		values.some((value) => value === choices[name]),
	);
}

/** What the fields are set to as the form opens, and as each field that depends on others asks for. */
function choicesIn(properties: readonly INodeProperties[]): Choices[] {
	const deciding = new Set(properties.flatMap(conditionsOf).map(([name]) => name));
	const opened: Choices = {};
	for (const field of properties) {
		if (deciding.has(field.name) && isChoice(field.default)) opened[field.name] = field.default;
	}
	const asked = properties.map((property) => {
		const choices = { ...opened };
		for (const [name, [first]] of conditionsOf(property)) {
			if (first !== undefined) choices[name] = first;
		}
		return choices;
	});
	const all = [opened, ...asked];
	return [...new Map(all.map((choices) => [JSON.stringify(choices), choices])).values()];
}

describe.each(named)('%s', (_name, { resource, operation }) => {
	it.each(choicesIn(operation.properties))(
		'shows its own fields and no others, in its own order, with %j',
		(choices) => {
			const own = operation.properties.filter((property) => isMeant(property, choices));
			const form = {
				authentication: 'personalAccessToken',
				resource,
				operation: String(operation.option.value),
				...choices,
			};
			expect(shown(form).map(withoutPlace)).toEqual(own.map(withoutPlace));
		},
	);

	it('is offered with the credentials that may do it', () => {
		const lists = description.properties.filter(({ name }) => name === 'operation');
		const list = lists.find(({ displayOptions }) =>
			displayOptions?.show?.resource?.includes(resource),
		);
		const offered = (list?.options ?? []).flatMap((option) =>
			'value' in option && option.value === operation.option.value ? [option] : [],
		);
		const { onlyWith } = operation;
		expect(offered.map((option) => option.displayOptions?.show?.authentication)).toEqual([
			onlyWith && [onlyWith],
		]);
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
