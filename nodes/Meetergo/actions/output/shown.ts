import type { IDataObject } from 'n8n-workflow';
import type { Present } from '../../fields/output';
import { type Columns, row } from './columns';

/** The fields a record can be shown with. */
interface Shape<R> {
	/** What the simplified record holds. */
	readonly simplify?: Columns<R>;
	/** Further ones, for those who select fields. */
	readonly more?: Columns<R>;
}

/**
 * A record as *Output* says, with what is known of it besides.
 * @param zone IANA zone in which times are shown
 */
export function shownAs<R extends IDataObject>(
	present: Present,
	record: R,
	facts: IDataObject,
	{ simplify = {}, more = {} }: Shape<R>,
	zone: string,
): IDataObject {
	const simplified = () => ({ ...row(simplify, record, zone), ...facts });
	const selectable = () => ({ ...row(more, record, zone), ...simplified() });
	return present({ ...record, ...facts }, simplified, selectable);
}
