import type { INodeProperties } from 'n8n-workflow';
import { entries, flatten, nameOf, valuesOf } from './form.cts';
import { triggers } from './triggers.cts';

/** What a saved workflow relies on: the names, types, defaults and values of every field, by operation or trigger. */
export type Names = Record<string, Record<string, Frozen>>;

interface Frozen {
	readonly type: string;
	readonly default: unknown;
	readonly values?: readonly unknown[];
}

/** The names as operations and triggers have them now. */
export function namesNow(): Names {
	return Object.fromEntries([
		...entries.map((entry) => [nameOf(entry), namesIn(entry.operation.properties)]),
		...triggers.map(({ name, properties }) => [name, namesIn(properties)]),
	]);
}

function namesIn(properties: readonly INodeProperties[]): Record<string, Frozen> {
	return Object.fromEntries(
		flatten(properties).map(({ path, property }) => {
			const values = valuesOf(property);
			return [path, { type: property.type, default: property.default, ...(values && { values }) }];
		}),
	);
}

/**
 * What changed that saved workflows rely on, one sentence each. New operations, fields and values are no change;
 * everything that was there has to stay.
 */
export function brokenNames(before: Names, now: Names): string[] {
	return Object.entries(before).flatMap(([operation, fields]) => {
		const current = now[operation];
		if (current === undefined) return [`${operation} is gone`];
		return Object.entries(fields).flatMap(([path, was]) => {
			const is = current[path];
			const name = `${operation}: ${path}`;
			if (is === undefined) return [`${name} is gone`];
			const lost = (was.values ?? []).filter((value) => !is.values?.includes(value));
			return [
				...(is.type === was.type ? [] : [`${name} was a ${was.type}, is a ${is.type}`]),
				...(JSON.stringify(is.default) === JSON.stringify(was.default)
					? []
					: [`${name} has another default`]),
				...lost.map((value) => `${name} has no value ${JSON.stringify(value)} any more`),
			];
		});
	});
}
