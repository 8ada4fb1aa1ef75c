import type { IDataObject } from 'n8n-workflow';
import { offsets } from '../transport/paginate';
import { v4 } from '../transport/path';

/* What forms ask, and what contacts hold besides: data fields. */

/** A question of forms; a contact keeps the answer under its name. */
export interface DataField extends IDataObject {
	/** A number on the wire, maybe a text elsewhere. */
	readonly id: number | string;
	readonly label?: string;
	readonly name?: string;
	readonly fieldType?: string | null;
	readonly required?: boolean;
	/** What can be chosen; others than choices may have none. */
	readonly options?: ReadonlyArray<Partial<DataFieldOption>> | null;
	/** The property of the attendee that the answer goes to, if it is not kept under the question. */
	readonly target?: string | null;
}

/** What people see of an option, and what is kept of it. */
export interface DataFieldOption {
	readonly label: string;
	readonly value: string;
}

/** Data fields of the company. The envelope of the list is unpublished. */
export const dataFields = offsets<DataField>({
	path: v4`/data-field`,
	key: ['items', 'data'],
	id: ({ id }) => id,
	largestPage: 100,
});

/** A form that people fill in before they book, or to be sent on. */
export interface RoutingForm extends IDataObject {
	readonly id: string;
	readonly fields?: FormFieldRef[];
	readonly funnelSteps?: FunnelStep[];
}

/** A page of a form, which people may pass by on another way through it. */
export interface FunnelStep extends IDataObject {
	readonly index?: number;
	readonly dataFields?: FormFieldRef[];
}

/** A question of one form. */
export interface FormFieldRef extends IDataObject {
	readonly dataFieldId?: number;
	/** Where in the form it stands, whatever its place in the list. */
	readonly order?: number;
	/** What is asked; otherwise it has to be looked up by its id. */
	readonly dataField?: Partial<DataField>;
}
