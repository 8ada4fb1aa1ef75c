import type {
	ILoadOptionsFunctions,
	ResourceMapperField,
	ResourceMapperFields,
} from 'n8n-workflow';
import { isAt } from '../api/bookingPage';
import { type MeetingType, meetingTypes } from '../api/meetingTypes';
import { type AnswerKind, type Question, questionsOf } from '../api/questions';
import { isId, v4 } from '../transport/path';
import type { ApiClient } from '../transport/types';
import { chosenId, dropdownClient } from './dropdown';

const OTHERWISE = 'Answers can be added under Additional Fields > Answers by Label.';

/** n8n does not notice a choice while an expression of the form has no value, e.g. without input data. */
const CHOOSE =
	'Choose a meeting type to see what its form asks; if one is chosen, close and open this node.';

/** The questions of the form of the chosen meeting type, as fields to fill in. */
export async function getFormQuestions(this: ILoadOptionsFunctions): Promise<ResourceMapperFields> {
	const chosen = chosenId(this, 'meetingTypeId');
	if (chosen === undefined) return none(CHOOSE);
	const api = await dropdownClient(this);
	const type = await chosenType(chosen, api);
	if (type === undefined) return none('The meeting type is known only when the workflow runs.');
	if (!type.formId) return none('This meeting type has no form.');
	const questions = await questionsOf(type, api);
	if (questions === undefined) return none('This key may not read the form of the meeting type.');
	if (questions.length === 0) return none('The form of this meeting type asks nothing.');
	return { fields: questions.map(field) };
}

function none(why: string): ResourceMapperFields {
	return { fields: [], emptyFieldsNotice: `${why} ${OTHERWISE}` };
}

/** @param chosen an id or an address; an expression that cannot be worked out yet is neither */
async function chosenType(chosen: string, api: ApiClient): Promise<MeetingType | undefined> {
	if (isId(chosen)) return await api.get<MeetingType>(v4`/meeting-type/${chosen}`);
	for await (const type of api.list(meetingTypes)) if (isAt(type, chosen)) return type;
	return undefined;
}

function field({ label, kind, required, options }: Question): ResourceMapperField {
	const choices = options.map(({ label: name, value }) => ({ name, value }));
	return {
		id: label,
		displayName: label,
		required,
		display: true,
		defaultMatch: false,
		type: types[kind],
		...(kind === 'choice' && { options: choices }),
	};
}

const types: Readonly<Record<AnswerKind, ResourceMapperField['type']>> = {
	text: 'string',
	number: 'number',
	yesNo: 'boolean',
	tick: 'boolean',
	date: 'dateTime',
	choice: 'options',
	// n8n has no field of a mapper that takes several: they are text with commas.
	choices: 'string',
};
