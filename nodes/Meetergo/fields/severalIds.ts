import { isId } from '../transport/path';
import { type Field, shown } from './field';
import { readList } from './lists';

interface SeveralIds {
	/** n8n's rules want it to end with "Names or IDs". */
	readonly displayName: string;
	readonly name: string;
	/** What an id stands for, as in "is no user ID". */
	readonly noun: string;
	/** The method that fills the list. */
	readonly loadOptionsMethod: string;
	/** A sentence, without its full stop, before the one that n8n's rules demand. */
	readonly remark?: string;
}

const CHOOSE =
	'Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>';

/** Records in the order in which they are chosen from a list, or their ids from an expression: a list, or text with commas. */
export function severalIds(spec: SeveralIds): Field<readonly string[]> {
	const { displayName, name, noun, loadOptionsMethod, remark } = spec;
	return {
		properties: [
			{
				displayName,
				name,
				type: 'multiOptions',
				typeOptions: { loadOptionsMethod },
				default: [],
				description: remark === undefined ? CHOOSE : `${remark}. ${CHOOSE}.`,
			},
		],
		read(form) {
			const ids = readList(form, { name, displayName });
			const wrong = ids.find((id) => !isId(id));
			return wrong === undefined
				? ids
				: form.refuse(displayName, `${shown(wrong)} is no ${noun} ID`);
		},
	};
}
