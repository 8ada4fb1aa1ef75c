import type { INodeProperties } from 'n8n-workflow';
import { authentication } from '../fields/authentication';
import { collection } from '../fields/collection';
import { type Fields, propertiesOf, shownWhere } from '../fields/field';
import { actingUser } from '../fields/people';
import { severalIds } from '../fields/severalIds';
import { timezone } from '../fields/time';

/** The form of a trigger: who calls, then its own fields. */
export function triggerForm(fields: Fields): INodeProperties[] {
	const whose = shownWhere(actingUser, { show: { authentication: ['platformApiKey'] } });
	return [authentication, ...whose.properties, ...propertiesOf(fields)];
}

/** Filter by meeting type. */
export const meetingTypeIds = severalIds({
	displayName: 'Meeting Type Names or IDs',
	name: 'meetingTypeIds',
	noun: 'meeting type',
	loadOptionsMethod: 'getMeetingTypes',
	remark: 'Only bookings of these',
});

export const options = collection({
	displayName: 'Options',
	name: 'options',
	placeholder: 'Add option',
	fields: { timezone },
});
