import type { INodeProperties } from 'n8n-workflow';
import { table } from '../../nodes/Meetergo/actions';
import { formOf } from '../../nodes/Meetergo/actions/form/description';
import { entries, nameOf } from './form.cts';

const BYTES_IN_KILOBYTE = 1024;

/** What properties cost the editor, in KB (1,024 bytes) of their JSON. */
export function kilobytesOf(properties: readonly INodeProperties[]): number {
	return Buffer.byteLength(JSON.stringify(properties)) / BYTES_IN_KILOBYTE;
}

/** The whole form, shared among its operations, in KB. */
export function kilobytesPerOperation(): number {
	return kilobytesOf(formOf(table)) / entries.length;
}

/** The form of the operation that has the longest one, with its size in KB. */
export function largestOperation(): { readonly name: string; readonly kilobytes: number } {
	const sizes = entries.map((entry) => ({
		name: nameOf(entry),
		kilobytes: kilobytesOf(entry.operation.properties),
	}));
	return sizes.reduce((largest, size) => (size.kilobytes > largest.kilobytes ? size : largest));
}
