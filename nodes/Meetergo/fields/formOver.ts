import { isObject } from '../transport/isObject';
import { type Form, isBlank } from './field';
import { readZone } from './zone';

type Lookup = (name: string) => unknown;

/** Where the values of a form come from, and where what is said about them goes. */
export interface FormSource {
	/** What n8n has stored or worked out for this parameter; `null` where there is nothing. */
	parameter(name: string): unknown;
	/** IANA zone of the workflow, for when the form names none. */
	workflowZone(): string;
	readonly byAgent: boolean;
	note(text: string): void;
	refuse(displayName: string, reason: string): never;
}

/** The form that a node's parameters make up. */
export function formOver({ parameter, workflowZone, byAgent, note, refuse }: FormSource): Form {
	const refuseIn =
		(row: string) =>
		(displayName: string, reason: string): never =>
			refuse(displayName, `${reason} (${row})`);

	// An agent must fill every argument, so what it leaves open arrives as '' or null.
	const entered = (value: unknown): unknown =>
		value === null || (byAgent && value === '') ? undefined : value;

	// n8n evaluates every expression inside a collection each time it is asked for one.
	const top = remembered((name) => entered(parameter(name)));

	const recordIn = (outer: Lookup, collection: string): Readonly<Record<string, unknown>> => {
		const added = outer(collection);
		return isObject(added) ? added : {};
	};

	const zone = remembered(() => {
		const given = [top('timezone'), entered(recordIn(top, 'options').timezone)];
		const reading = readZone(given.find((zone) => !isBlank(zone)) ?? workflowZone());
		return 'zone' in reading ? reading.zone : refuse('Time Zone', reading.refusal);
	});

	const form = (value: Lookup, has: Form['has'], refuses: Form['refuse']): Form => ({
		value,
		has,
		within: (collection) => formOf(recordIn(value, collection), refuses),
		rows: (collection, group, rowName = 'row') =>
			rowsOf(value(collection), group).map((row, at) =>
				formOf(row, refuseIn(`${rowName} ${at + 1}`)),
			),
		get zone() {
			return zone('');
		},
		byAgent,
		note,
		refuse: refuses,
	});
	const formOf = (record: Readonly<Record<string, unknown>>, refuses: Form['refuse']): Form =>
		form(
			(name) => entered(record[name]),
			(name) => name in record,
			refuses,
		);
	return form(top, () => true, refuse);
}

function rowsOf(collection: unknown, group: string): Array<Record<string, unknown>> {
	const rows = isObject(collection) ? collection[group] : undefined;
	return Array.isArray(rows) ? rows.filter(isObject) : [];
}

/** Asks once for each name. */
function remembered<T>(lookup: (name: string) => T): (name: string) => T {
	const known = new Map<string, { readonly value: T }>();
	return (name) => {
		const found = known.get(name) ?? { value: lookup(name) };
		known.set(name, found);
		return found.value;
	};
}
