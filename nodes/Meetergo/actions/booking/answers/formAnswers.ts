import { type AnswerKind, type Question, questionsOf } from '../../../api/questions';
import type { MeetingType } from '../../../api/meetingTypes';
import { type MappedField, mapper, type Mapped } from '../../../fields/mapper';
import { inputFailure } from '../../../transport/nodeErrors';
import type { ApiClient } from '../../../transport/types';
import { answerText } from './answerText';

const displayName = 'Form Answers';

/** Answers to what the form of the meeting type asks, as far as meetergo shows it. */
export const formAnswers = mapper({
	displayName,
	name: 'formAnswers',
	description: 'Answers to the questions of the form of the meeting type, where it has one',
	method: 'getFormQuestions',
	dependsOn: 'meetingTypeId.value',
	noun: 'question',
});

interface Given {
	readonly formAnswers: Mapped;
	/** By the labels of their questions, typed in as they are; they go before those of the form. */
	readonly others?: Readonly<Record<string, string>>;
	/** IANA zone in which a time falls on a day. */
	readonly zone: string;
}

/**
 * All answers of a booking, as text by the labels of their questions. What the form does not ask is kept as it is. Fails
 * where the form would not take an answer, or misses one.
 */
export async function answersTo(
	type: MeetingType,
	{ formAnswers: { values, fields }, others, zone }: Given,
	api: ApiClient,
): Promise<Record<string, string>> {
	const stored = fields.map((field) => questionBehind(field, Boolean(type.formId)));
	const questions = (await questionsOf(type, api)) ?? stored;
	const byLabel = new Map(questions.map((question) => [question.label, question]));
	const answers = new Map<string, string>();
	for (const [label, value] of Object.entries({ ...values, ...others })) {
		const question = byLabel.get(label);
		const reading = answerText(question ?? unasked(label), value, zone);
		if ('refusal' in reading) return refuse(`the answer to "${label}" ${reading.refusal}`, api);
		if (reading.text !== undefined) answers.set(label, reading.text);
		else if (question === undefined) answers.set(label, '');
	}
	const missing = questions.find(({ label, required }) => required && !answers.has(label));
	return missing === undefined
		? Object.fromEntries(answers)
		: refuse(`the question "${missing.label}" needs an answer`, api);
}

function refuse(reason: string, api: ApiClient): never {
	return api.fail(inputFailure(displayName, reason));
}

function unasked(label: string): Question {
	return { label, kind: 'text', required: false, options: [] };
}

/** Where meetergo does not show the form, it asks what it asked when the editor last read it. */
function questionBehind(
	{ id, type, required, options = [] }: MappedField,
	hasForm: boolean,
): Question {
	return {
		label: id,
		kind: (type !== undefined && kinds[type]) || 'text',
		required: hasForm && required === true,
		options: options.map(({ name, value }) => ({ label: name, value: String(value) })),
	};
}

const kinds: Readonly<Partial<Record<string, AnswerKind>>> = {
	number: 'number',
	boolean: 'yesNo',
	dateTime: 'date',
	options: 'choice',
};
