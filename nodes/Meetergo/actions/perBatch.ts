import type { IDataObject } from 'n8n-workflow';
import type { Fields } from '../fields/field';
import type { ApiClient } from '../transport/types';
import type { BatchOperation, NoFields, Operation } from './operation';
import { type Read, readerOf } from './reader';

/** Makes an operation over a bulk endpoint ready for the table: the items of one acting user become one task. */
export function perBatch<F extends Fields, R extends IDataObject, O extends Fields = NoFields>(
	operation: BatchOperation<F, O, R>,
): Operation {
	const { about, read } = readerOf(operation);
	type Item = Read<F, O, R> & { readonly index: number };
	return {
		...about,
		start() {
			const batches = new Map<ApiClient, Map<number, Item>>();
			return {
				add(index, form, api) {
					const batch = batches.get(api) ?? new Map<number, Item>();
					batches.set(api, batch.set(index, { index, ...read(form) }));
				},
				tasks: () =>
					[...batches].map(([api, batch]) => ({
						indexes: [...batch.keys()],
						async *answers() {
							for await (const answer of operation.run([...batch.values()], api)) {
								const { index } = answer;
								const item = batch.get(index);
								if ('failure' in answer) yield answer;
								else if (item) yield { index, ...item.present(answer.record) };
							}
						},
					})),
			};
		},
	};
}
