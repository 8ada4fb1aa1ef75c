import type { INodeParameters } from 'n8n-workflow';
import { booked } from './nextFree.cts';
import { booking } from './booking.cts';
import { byId, ids, type Stage } from './stage.cts';

/** A review with Priya; her form asks for a project and an industry at least. */
export function review(more: INodeParameters = {}): INodeParameters {
	const when = { start: '2026-03-03T11:00:00', timezone: 'Asia/Kolkata' };
	return booking({ meetingTypeId: byId(ids.meetingTypes.priya), ...when, ...more });
}

/** What her form takes for complete. */
export const enough = { Project: 'Bridge', Industry: 'energy' };

/** *Form Answers* as n8n stores them. */
export function mapped(value: INodeParameters, schema: INodeParameters[] = []): INodeParameters {
	return {
		formAnswers: {
			mappingMode: 'defineBelow',
			value,
			matchingColumns: [],
			schema: schema.map((field) => ({ display: true, defaultMatch: false, ...field })),
			attemptToConvertTypes: false,
			convertFieldsToString: false,
		},
	};
}

/** What is kept of the answers of each booking made here. */
export function answersIn(stage: Stage) {
	return booked(stage).map(({ attendees }) => attendees[0]?.notes);
}
