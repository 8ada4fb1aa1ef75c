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
							for await (const record of recordsOf(operation.run(item, api))) {
								yield { index, ...present(record) };
							}
						},
					});
				},
			};
		},
	};
}

type Result<R> = R | Told<R> | ReadonlyArray<R | Told<R>>;

async function* recordsOf<R>(
	result: Promise<Result<R>> | AsyncIterable<R | Told<R>>,
): AsyncIterable<R | Told<R>> {
	if (Symbol.asyncIterator in result) {
		yield* result;
		return;
	}
	const records = await result;
	if (isList(records)) yield* records;
	else yield records;
}

function isList<R>(result: Result<R>): result is ReadonlyArray<R | Told<R>> {
	return Array.isArray(result);
}
