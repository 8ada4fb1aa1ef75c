/* How the properties of many operations become one form: pure functions over names. */

/** Some operations, by their resource. */
export type Places = Map<string, Set<string>>;

/** What one entry of the form is shown for: each of the operations in each of the resources. */
export interface Rectangle {
	readonly resource: string[];
	readonly operation: string[];
}

/**
 * n8n joins `resource` and `operation` by "and", so one entry shows a property for every operation of its list in every
 * resource of its list. Resources share an entry as long as that shows it nowhere else.
 */
export function rectangles(places: Places, everywhere: Places): Rectangle[] {
	const groups: Places[] = [];
	for (const [resource, operations] of places) {
		const group = groups.find((one) =>
			isExact(new Map([...one, [resource, operations]]), everywhere),
		);
		if (group) group.set(resource, operations);
		else groups.push(new Map([[resource, operations]]));
	}
	return groups.map((group) => ({ resource: [...group.keys()], operation: namesIn(group) }));
}

/** The fewest conditions that show a rectangle and nothing else of what there is. */
export function conditions(
	{ resource, operation }: Rectangle,
	everywhere: Places,
	prefix = '',
): Record<string, string[]> {
	const shows = ({ resource: resources, operation: operations }: Partial<Rectangle>) =>
		[...everywhere].flatMap(([one, names]) =>
			[...names].filter(
				(name) => (resources?.includes(one) ?? true) && (operations?.includes(name) ?? true),
			),
		).length;
	const wanted = shows({ resource, operation });
	const enough = [{}, { operation }, { resource }].find((less) => shows(less) === wanted);
	return Object.fromEntries(
		Object.entries(enough ?? { resource, operation }).map(([name, values]) => [
			`${prefix}${name}`,
			values,
		]),
	);
}

/** The places that lie in a part of the form. */
export function within(places: Places, { resource, operation }: Rectangle): Places {
	const inside = [...places].map(
		([name, operations]) =>
			[name, new Set([...operations].filter((one) => operation.includes(one)))] as const,
	);
	return new Map(inside.filter(([name, { size }]) => resource.includes(name) && size > 0));
}

function namesIn(group: Places): string[] {
	return [...new Set([...group.values()].flatMap((names) => [...names]))];
}

/** Whether no resource of the group has an operation of another one's list without being meant. */
function isExact(group: Places, everywhere: Places): boolean {
	const names = namesIn(group);
	return [...group].every(([resource, meant]) =>
		names.every((name) => meant.has(name) || !everywhere.get(resource)?.has(name)),
	);
}
