import { ifReadable } from '../transport/ifReadable';
import { isId, v4 } from '../transport/path';
import type { ApiClient } from '../transport/types';
import {
	type DataField,
	dataFields,
	type DataFieldOption,
	type FormFieldRef,
	type RoutingForm,
} from './forms';
import type { MeetingType } from './meetingTypes';

/** What an answer has to be. A `tick` is a box to tick; `choices` are several of its options. */
export type AnswerKind = 'text' | 'number' | 'yesNo' | 'tick' | 'date' | 'choice' | 'choices';

/** What an answer may be. */
export interface Asked {
	readonly kind: AnswerKind;
	/** What can be chosen. */
	readonly options: readonly DataFieldOption[];
}

/** What the form of a meeting type asks. */
export interface Question extends Asked {
	/** What a booking keeps the answer under. */
	readonly label: string;
	readonly required: boolean;
}

/**
 * The questions of a meeting type's form, in its order, read once per run. `undefined` where there are none to be had: the
 * type has no form, or meetergo does not show it. Whether `formId` always names a routing form is not documented, and
 * limited keys may not read forms.
 */
export async function questionsOf(
	{ formId }: MeetingType,
	api: ApiClient,
): Promise<readonly Question[] | undefined> {
	if (typeof formId !== 'string' || !isId(formId)) return undefined;
	return await api.perRun(
		`questions of form ${formId}`,
		async () => await ifReadable(() => read(formId, api), api),
	);
}

async function read(formId: string, api: ApiClient): Promise<readonly Question[]> {
	const form = await api.get<RoutingForm>(v4`/routing-form/${formId}`);
	const refs = inOrder(form.fields);
	const steps = [...(form.funnelSteps ?? [])].sort((a, b) => (a.index ?? 0) - (b.index ?? 0));
	const onSteps = steps.flatMap(({ dataFields: ofStep }) => inOrder(ofStep));
	const isWhole = [...refs, ...onSteps].every(({ dataField }) => dataField);
	const known = isWhole ? new Map<string, DataField>() : await dataFieldsById(api);
	const asked = (ref: FormFieldRef) => questionIn(fieldOf(ref, known)) ?? [];
	const questions = [
		...refs.flatMap(asked),
		// Not everybody comes by each step, so nobody has to answer.
		...onSteps.flatMap(asked).map((question) => ({ ...question, required: false })),
	];
	// Bookings keep one answer under a label.
	return questions.filter(
		({ label }, at) => questions.findIndex((other) => other.label === label) === at,
	);
}

function inOrder(refs: readonly FormFieldRef[] = []): FormFieldRef[] {
	return [...refs].sort((a, b) => (a.order ?? 0) - (b.order ?? 0));
}

type Known = ReadonlyMap<string, DataField>;

async function dataFieldsById(api: ApiClient): Promise<Known> {
	return await api.perRun('data fields', async () => {
		const known = new Map<string, DataField>();
		for await (const field of api.list(dataFields)) known.set(String(field.id), field);
		return known;
	});
}

function fieldOf({ dataFieldId, dataField }: FormFieldRef, known: Known) {
	return dataField ?? known.get(String(dataFieldId));
}

/** What a data field asks, unless the answer is a property of the attendee, such as the mail address. */
function questionIn(field: Partial<DataField> | undefined): Question | undefined {
	const label = field?.label?.trim();
	if (!field || !label || (field.target && field.target !== OF_THE_FORM)) return undefined;
	return { label, required: field.required === true, ...askedBy(field) };
}

/** What a data field takes. */
export function askedBy({ fieldType, options }: Partial<DataField>): Asked {
	return choiceOrText(kinds.get(fieldType ?? '') ?? 'text', options);
}

/** What is asked, with the options as far as they say something: a choice of nothing takes any text. */
export function choiceOrText(kind: AnswerKind, options: DataField['options']): Asked {
	const known = (options ?? [])
		.map(({ label, value }) => ({
			label: String(label ?? value ?? ''),
			value: String(value ?? label ?? ''),
		}))
		.filter(({ value }) => value !== '');
	const isOpen = kind.startsWith('choice') && known.length === 0;
	return { kind: isOpen ? 'text' : kind, options: known };
}

/** What the rules of forms call an answer that is kept under its question. */
const OF_THE_FORM = 'attendeeOther';

/** By field type; all others are answered with text. */
const kinds: ReadonlyMap<string, AnswerKind> = new Map([
	['number', 'number'],
	['currency', 'number'],
	['rating', 'number'],
	['yes-no', 'yesNo'],
	['checkbox-single', 'tick'],
	['date', 'date'],
	['date-of-birth', 'date'],
	['select', 'choice'],
	['radio', 'choice'],
	['checkbox-multi', 'choices'],
]);
