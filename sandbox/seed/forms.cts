import type { DataField, FormField, RoutingForm } from '../records/forms.cts';
import { slugOf } from '../slug.cts';
import type { State } from '../state.cts';
import { ids } from './wellKnown.cts';

type FieldName = keyof typeof ids.dataFields;

/** The data fields of contacts and forms, and the forms of two meeting types. */
export function seedForms(state: State): void {
	for (const field of dataFields()) state.dataFields.set(field.id, field);
	for (const form of forms()) state.routingForms.set(form.id, form);
}

function dataFields(): DataField[] {
	const required = { required: true };
	const industries = choice('Construction', 'Energy', 'Public sector');
	return [
		dataField('industry', 'Industry', 'select', { ...required, ...industries }),
		dataField('budget', 'Budget', 'number'),
		dataField('companySize', 'Company size', 'select', choice('1 to 10', '11 to 50', 'Over 50')),
		dataField('leadSource', 'Lead source', 'select', choice('Website', 'Trade fair', 'Friends')),
		dataField('customerSince', 'Customer since', 'date'),
		dataField('newsletter', 'Newsletter', 'yes-no'),
		dataField('project', 'Project', 'text-single', required),
		dataField('wishes', 'What should we look at?', 'text-multi'),
		dataField('permit', 'Is there a building permit?', 'yes-no'),
		dataField('heating', 'Heating today', 'checkbox-multi', choice('Gas', 'Oil', 'Wood')),
		dataField('deadline', 'Finished by', 'date'),
		dataField('invoiceEmail', 'Mail for invoices', 'email'),
		dataField('sitePhone', 'Phone on site', 'phone'),
		dataField('serialNumber', 'Serial number', 'text-single', required),
		dataField('trouble', 'What happened?', 'text-multi', required),
		dataField('urgency', 'How urgent is it?', 'radio', choice('Today', 'This week', 'Later')),
	];
}

function dataField(
	name: FieldName,
	label: string,
	fieldType: string,
	own: Pick<DataField, 'options'> & { readonly required?: boolean } = {},
): DataField {
	return {
		id: ids.dataFields[name],
		companyId: ids.company,
		label,
		name: slugOf(label).replaceAll('-', '_'),
		fieldType,
		required: false,
		...own,
	};
}

function choice(...labels: string[]): Pick<DataField, 'options'> {
	return { options: labels.map((label) => ({ label, value: slugOf(label) })) };
}

function forms(): RoutingForm[] {
	const { designReview, supportSession } = ids.routingForms;
	const review = inOrder(
		'project',
		'industry',
		'budget',
		'wishes',
		'permit',
		'heating',
		'deadline',
		'invoiceEmail',
		'sitePhone',
	);
	// A list need not be in the order of its form.
	const support = inOrder('serialNumber', 'industry', 'trouble', 'urgency').reverse();
	return [
		form(designReview, 'Before the review', review, true),
		form(supportSession, 'Before the session', support, false),
	];
}

function inOrder(...names: FieldName[]): FormField[] {
	return names.map((name, order) => ({ dataFieldId: ids.dataFields[name], order }));
}

function form(
	id: string,
	name: string,
	fields: readonly FormField[],
	showsDataFields: boolean,
): RoutingForm {
	return {
		id,
		companyId: ids.company,
		workspaceId: ids.workspace,
		name,
		slug: slugOf(name),
		structureType: 'FORM_ONLY',
		fields,
		showsDataFields,
	};
}
