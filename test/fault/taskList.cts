import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { table } from '../../nodes/Meetergo/actions';
import { atScale } from '../scale.cts';
import type { Task } from './tasks.cts';

const FOLDER = join(__dirname, '..', 'operations');

/** The task of each operation, as `test/operations/<resource>.cts` has them. */
export const everyTask: readonly Task[] = table.flatMap(({ option }) =>
	tasksOf(String(option.value)),
);

/** The reads all ask in the same way, so one stands for them where tests try many faults. */
const oneRead = everyTask.find(({ kind }) => kind === 'read');

/** Those that tests run with faults: all that write and one that reads, and all where scale is what is tested. */
export const tasks: readonly Task[] = atScale(
	everyTask,
	everyTask.filter((task) => task.kind !== 'read' || task === oneRead),
);

function tasksOf(resource: string): readonly Task[] {
	const file = join(FOLDER, `${resource}.cts`);
	if (!existsSync(file)) return [];
	const { tasks: own }: { readonly tasks?: readonly Task[] } = require(file);
	if (own === undefined) throw new Error(`test/operations/${resource}.cts has to export \`tasks\``);
	return own;
}
