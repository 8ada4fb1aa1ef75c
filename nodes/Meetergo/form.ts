import type { INodeProperties } from 'n8n-workflow';
import { table } from './actions';
import { formOf } from './actions/form/description';

/** The form of the node. The build stores what it comes to, so that showing the form loads no operation. */
export const form: INodeProperties[] = formOf(table);
