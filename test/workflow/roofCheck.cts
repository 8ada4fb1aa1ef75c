import type { INodeParameters } from 'n8n-workflow';
import type { MeetingType } from '../../sandbox/records/meetingTypes.cts';
import type { Stage } from './stage.cts';

/** Creates a meeting type; `more` goes beside the three main fields. */
export function roofCheck(
	settings: INodeParameters = {},
	more: INodeParameters = {},
): INodeParameters {
	return {
		resource: 'meetingType',
		operation: 'create',
		name: 'Roof check',
		duration: 40,
		channel: 'phone',
		settings,
		...more,
	};
}

/** Creates or updates the same meeting type: an upsert has length and channel among its settings. */
export function upsertRoofCheck(
	settings: INodeParameters = {},
	more: INodeParameters = {},
): INodeParameters {
	return upsertType('Roof check', { duration: 40, channel: 'phone', ...settings }, more);
}

/** Creates or updates the meeting type of a name, with nothing but these settings. */
export function upsertType(
	name: string,
	settings: INodeParameters = {},
	more: INodeParameters = {},
): INodeParameters {
	return { resource: 'meetingType', operation: 'upsert', name, settings, ...more };
}

/** The meeting types of a name, deleted ones included. */
export function typesNamed({ sandbox }: Stage, name: string): MeetingType[] {
	return [...sandbox.state.meetingTypes.values()].filter(
		({ meetingInfo }) => meetingInfo.name === name,
	);
}
