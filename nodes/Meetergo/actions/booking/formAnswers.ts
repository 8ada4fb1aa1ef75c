import type { MeetingType } from '../../api/meetingTypes';
import {
	type AnswerKind,
	type Asked,
	choiceOrText,
	type Question,
	questionsOf,
} from '../../api/questions';
import type { Entered, Labelled } from '../../fields/labelledValues';
import { type Mapped, type MappedField, mapper } from '../../fields/mapper';
import { inputFailure } from '../../transport/nodeErrors';
import type { ApiClient } from '../../transport/types';
import { answerText } from '../answers/answerText';

const displayName = 'Form Answers';

/** Answers to what the form of the meeting type asks, as far as meetergo shows it. */
export const formAnswers = mapper({
	displayName,
	name: 'formAnswers',
	placeholder: 'e.g. {"Year of construction": "1974"}',
	description: "Answers to the meeting type's booking form, if it has one",
	method: 'getFormQuestions',
	dependsOn: 'meetingTypeId.value',
	noun: 'question',
});

interface Given {
	readonly formAnswers: Mapped;
	/** By the labels of their questions, typed in as they are; they go before those of the form. */
	readonly others?: Labelled;
	/** IANA zone in which a time falls on a day. */
	readonly zone: string;
}

/**
 * All answers of a booking, as text by the labels of their questions. What the form does not ask is kept as it is, and a
 * hint says so. Fails where the form would not take an answer, or misses one.
 */
export async function answersTo(
	type: MeetingType,
	{ formAnswers: { values, fields }, others = {}, zone }: Given,
	api: ApiClient,
): Promise<Record<string, string>> {
	const hasForm = Boolean(type.formId);
	const known = await questionsOf(type, api);
	if (known === undefined && hasForm) {
		const name = type.meetingInfo?.name ?? type.id;
		api.hint(`The answers could not be checked: this key may not read the form of "${name}".`);
	}
	const questions = known ?? fields.map((field) => questionBehind(field, hasForm));
	const byLabel = new Map(questions.map((question) => [question.label, question]));
	const given = new Map([...entered(values), ...Object.entries(others)]);
	const answers = new Map<string, string>();
	for (const [label, { value, displayName: holder }] of given) {
		const question = byLabel.get(label);
		if (known !== undefined && question === undefined) {
			api.hint(`"${label}" is no question of the form; it was kept as it is.`);
		}
		const reading = answerText(question ?? ANYTHING, value, zone);
		if ('refusal' in reading) {
			return api.fail(inputFailure(holder, `the answer to "${label}" ${reading.refusal}`));
		}
		if (reading.text !== undefined) answers.set(label, reading.text);
		else if (question === undefined) answers.set(label, '');
	}
	const missing = questions.find(({ label, required }) => required && !answers.has(label));
	if (missing === undefined) return Object.fromEntries(answers);
	const holder = given.get(missing.label)?.displayName ?? displayName;
	return api.fail(inputFailure(holder, `the question "${missing.label}" needs an answer`));
}

const ANYTHING: Asked = { kind: 'text', options: [] };

function entered(values: Mapped['values']): Array<[string, Entered]> {
	return Object.entries(values).map(([label, value]) => [label, { value, displayName }]);
}

/** Where meetergo does not show the form, it asks what it asked when the editor last read it. */
function questionBehind({ id, type, required, options }: MappedField, hasForm: boolean): Question {
	const kind = (type !== undefined && kinds[type]) || 'text';
	const choices = options?.map(({ name: label, value }) => ({ label, value: String(value ?? '') }));
	return { label: id, required: hasForm && required === true, ...choiceOrText(kind, choices) };
}

const kinds: Readonly<Partial<Record<string, AnswerKind>>> = {
	number: 'number',
	boolean: 'yesNo',
	dateTime: 'date',
	options: 'choice',
};
