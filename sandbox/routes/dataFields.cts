import type { Json } from '../../contract/json.cts';
import type { DataField } from '../records/forms.cts';
import { number } from '../values.cts';
import { ok, type Answer, type Call, type Route } from './route.cts';

export function dataFieldOnWire({ companyId: _, ...field }: DataField): Json {
	return field;
}

/** The order is unpublished: as created. */
function listDataFields({ caller, state, query }: Call): Answer {
	const limit = number(query.limit) ?? 50;
	const offset = number(query.offset) ?? 0;
	const fields = [...state.dataFields.values()].filter(
		({ companyId }) => companyId === caller.user.companyId,
	);
	const page = fields.slice(offset, offset + limit).map(dataFieldOnWire);
	const { dataFieldEnvelope: name } = state;
	return ok(name === 'none' ? page : { [name]: page, total: fields.length });
}

export const routes: readonly Route[] = [
	{ operationId: 'listDataFields', handle: listDataFields },
];
