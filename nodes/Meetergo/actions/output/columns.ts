import type { GenericValue, IDataObject } from 'n8n-workflow';

/** Names of output fields, and what they mean to a person. */
export type Meanings = Readonly<Record<string, string>>;

/** One flat field of the output, such as a row of a CRM takes. */
export interface Column<R> {
	/** What it holds, for the documentation: a phrase without a full stop. */
	readonly about: string;
	/** @param zone IANA zone in which times are shown */
	of(record: R, zone: string): GenericValue;
}

/** The fields of a simplified record, in a human order. */
export type Columns<R> = Readonly<Record<string, Column<R>>>;

/** One flat field of the output. */
export function column<R>(about: string, of: Column<R>['of']): Column<R> {
	return { about, of };
}

/** The values of some columns for one record; what a record lacks is `null`, so that every row has the same fields. */
export function row<R>(columns: Columns<R>, record: R, zone: string): IDataObject {
	const values = Object.entries(columns).map(([name, { of }]) => [name, of(record, zone) ?? null]);
	return Object.fromEntries(values);
}

/** What columns mean. */
export function meaningsOf<R>(columns: Columns<R>): Meanings {
	return Object.fromEntries(Object.entries(columns).map(([name, { about }]) => [name, about]));
}
