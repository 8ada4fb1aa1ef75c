import { LiveLine } from '../scripts/start/liveLine.cts';
import { burst } from './groups/burst.cts';
import { faults } from './groups/faults.cts';
import { limit } from './groups/limit.cts';
import { load } from './groups/load.cts';
import { overhead } from './groups/overhead.cts';
import { returnAll } from './groups/returnAll.cts';
import { workers } from './groups/workers.cts';
import { readOptions, usage, type BenchOptions } from './options.cts';
import { endIdle } from './pool.cts';
import { drawReport, figuresOf } from './report.cts';
import type { Group, Row } from './row.cts';
import { allOf } from './statistics.cts';

const groups: readonly Group[] = [limit, workers, burst, returnAll, overhead, load, faults];

const names = groups.map(({ name }) => name);
// Beside the figures, so that they can be piped on.
const live = new LiveLine(process.stderr);

async function main(args: readonly string[]): Promise<number> {
	const options = readOptions(args, names);
	if (options.help) {
		console.log(usage(names));
		return 0;
	}
	const wanted = groups.filter(({ name }) => options.only.includes(name));
	const measured = await allOf(
		wanted.map((group) => async () => await measure(group, options)),
		false,
	);
	const rows = measured.flat();
	await endIdle();
	console.log(options.json ? JSON.stringify(figuresOf(rows)) : drawReport(rows));
	return measured.every(({ length }) => length > 0) ? 0 : 1;
}

/** One live line on a terminal, else a line each. */
function tell(text: string): void {
	if (process.stderr.isTTY) live.show(text);
	else live.print(text);
}

/** The rows of a group; none when they could not be measured, which is told. */
async function measure(group: Group, { quick, seed }: BenchOptions): Promise<Row[]> {
	const startedAt = Date.now();
	try {
		const rows = await group.measure({
			quick,
			seed,
			tell: (what) => tell(`${group.name}: ${what}`),
		});
		live.print(`${group.name}: done in ${Math.round((Date.now() - startedAt) / 1000)} s`);
		return rows;
	} catch (error) {
		const reason = error instanceof Error ? error.message : String(error);
		live.print(`${group.name}: ${group.keys.join(', ')} could not be measured. ${reason}`);
		return [];
	}
}

main(process.argv.slice(2)).then(
	(code) => {
		process.exitCode = code;
	},
	(error: unknown) => {
		console.error(error instanceof Error ? error.message : error);
		process.exitCode = 1;
	},
);
