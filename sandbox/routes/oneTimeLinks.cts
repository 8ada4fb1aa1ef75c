import { makeOneTimeLink } from '../booking/oneTimeLink.cts';
import { visibleMeetingType } from './meetingTypes.cts';
import { created, uuidParam, type Answer, type Call, type Route } from './route.cts';

function createOneTimeBookingLink(call: Call): Answer {
	const type = visibleMeetingType(call, uuidParam(call, 'meetingTypeId'));
	const { id, url } = makeOneTimeLink(call, call.caller.user, type);
	return created({ id, url });
}

export const routes: readonly Route[] = [
	{ operationId: 'createOneTimeBookingLink', handle: createOneTimeBookingLink },
];
