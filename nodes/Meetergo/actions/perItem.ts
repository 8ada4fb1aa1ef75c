import type { IDataObject } from 'n8n-workflow';
import type { Fields } from '../fields/field';
import type { ItemOperation, NoFields, Operation, Task } from './operation';
import { readerOf } from './reader';
import type { Told } from './output/told';

/** Makes an operation that treats each item by itself ready for the table. */
export function perItem<F extends Fields, R extends IDataObject, O extends Fields = NoFields>(
	operation: ItemOperation<F, O, R>,
): Operation {
	const { about, read } = readerOf(operation);
	return {
		...about,
		start() {
			const tasks: Task[] = [];
			return {
				tasks: () => tasks,
				add(index, form, api) {
					const { item, present } = read(form);
					tasks.push({
						indexes: [index],
						async *answers() {
							const result = operation.run(item, api);
							const records = Symbol.asyncIterator in result ? result : listOf(await result);
							for await (const record of records) yield { index, ...present(record) };
						},
					});
				},
			};
		},
	};
}

type Result<R> = R | Told<R> | ReadonlyArray<R | Told<R>>;

function listOf<R>(result: Result<R>): ReadonlyArray<R | Told<R>> {
	return isList(result) ? result : [result];
}

function isList<R>(result: Result<R>): result is ReadonlyArray<R | Told<R>> {
	return Array.isArray(result);
}
