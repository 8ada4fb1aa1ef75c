import type { Json } from '../../contract/json.cts';
import { notFound } from '../errors.cts';
import type { FormField, RoutingForm } from '../records/forms.cts';
import type { State } from '../state.cts';
import { dataFieldOnWire } from './dataFields.cts';
import { ok, uuidParam, type Answer, type Call, type Route } from './route.cts';

/** A data field within a form has no id of its own: the contract names none there. */
function withDataField(state: State, field: FormField): Json {
	const known = state.dataFields.get(field.dataFieldId);
	if (!known) return { ...field };
	const { id: _, ...dataField } = dataFieldOnWire(known);
	return { ...field, dataField };
}

function onWire(state: State, form: RoutingForm): Json {
	const { companyId: _, showsDataFields, fields, ...rest } = form;
	return {
		...rest,
		fields: showsDataFields ? fields.map((field) => withDataField(state, field)) : fields,
	};
}

function getRoutingForm(call: Call): Answer {
	const { state, caller } = call;
	const form = state.routingForms.get(uuidParam(call, 'id'));
	if (form?.companyId !== caller.user.companyId) throw notFound('Routing form');
	return ok(onWire(state, form));
}

export const routes: readonly Route[] = [
	{ operationId: 'getRoutingForm', handle: getRoutingForm },
];
