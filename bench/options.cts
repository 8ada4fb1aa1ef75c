import { parseArgs } from 'node:util';

export interface BenchOptions {
	readonly json: boolean;
	readonly quick: boolean;
	readonly help: boolean;
	readonly seed: number;
	/** Names of the groups to run. */
	readonly only: readonly string[];
}

const DEFAULT_SEED = 20260302;

/**
 * Reads the command line.
 * @param groups names of all groups there are
 * @throws Error when an option is unknown or holds what it cannot
 */
export function readOptions(args: readonly string[], groups: readonly string[]): BenchOptions {
	const { values } = parseArgs({
		args: [...args],
		options: {
			json: { type: 'boolean', default: false },
			quick: { type: 'boolean', default: false },
			only: { type: 'string', default: groups.join() },
			seed: { type: 'string', default: String(DEFAULT_SEED) },
			help: { type: 'boolean', default: false },
		},
	});
	const { json, quick, help } = values;
	const wanted = values.only.split(',').map((name) => name.trim());
	const unknown = wanted.filter((name) => !groups.includes(name));
	if (unknown.length > 0) {
		throw new Error(`--only takes ${groups.join(', ')}, not "${unknown.join(', ')}"`);
	}
	if (!/^\d{1,9}$/.test(values.seed))
		throw new Error('--seed is a whole number of at most 9 digits');
	return { json, quick, help, seed: Number(values.seed), only: [...new Set(wanted)] };
}

/** What can be asked for. */
export function usage(groups: readonly string[]): string {
	return `npm run bench -- [options]
  --quick            the same rows from smaller runs, in less than a minute
  --json             no table; the figures as a JSON object on the last line
  --only limit,load  some groups: ${groups.join(', ')}
  --seed ${DEFAULT_SEED}    draws the faults`;
}
