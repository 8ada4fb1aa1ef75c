import type { Label } from './basic';
import { type Field, type Fields, propertiesOf, readFields, type Values } from './field';

/** One kind of row. */
interface Group {
	readonly displayName: string;
	readonly fields: Fields;
}

/** The rows the user added, by the kind of row. */
export type Rows<G extends Readonly<Record<string, Group>>> = {
	readonly [K in keyof G]: ReadonlyArray<Values<G[K]['fields']>>;
};

/** Rows of fields that the user adds one by one; with several groups, *Add* asks which kind of row. */
export function rows<const G extends Readonly<Record<string, Group>>>(
	spec: Label & { readonly placeholder: string; readonly groups: G },
): Field<Rows<G>> {
	const { groups, ...label } = spec;
	const kinds = Object.entries(groups);
	return {
		properties: [
			{
				...label,
				type: 'fixedCollection',
				typeOptions: { multipleValues: true },
				default: {},
				options: kinds.map(([name, { displayName, fields }]) => ({
					name,
					displayName,
					values: propertiesOf(fields),
				})),
			},
		],
		read(form) {
			const read = kinds.map(([group, { displayName, fields }]) => {
				const rowName = kinds.length > 1 ? `${displayName} row` : undefined;
				const entered = form.rows(spec.name, group, rowName);
				return [group, entered.map((row) => readFields(fields, row))];
			});
			return Object.fromEntries(read) as Rows<G>;
		},
	};
}
