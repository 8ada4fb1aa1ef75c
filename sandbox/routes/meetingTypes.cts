import { notFound, refusal } from '../errors.cts';
import type { MeetingType } from '../records/meetingTypes.cts';
import type { User } from '../records/people.cts';
import type { State } from '../state.cts';
import { meetingTypeOnWire } from '../wire.cts';
import { isUuid, ok, type Answer, type Call, type Route } from './route.cts';

/** A user's own types, those of queues the user serves, and those the user made. */
function isListedFor(state: State, user: User, type: MeetingType): boolean {
	const queue = type.queueId ? state.queues.get(type.queueId) : undefined;
	return (
		type.deletedAt === null &&
		(type.userId === user.id ||
			type.createdById === user.id ||
			queue?.users.some(({ userId }) => userId === user.id) === true)
	);
}

function listMeetingTypes({ caller, state }: Call): Answer {
	const types = [...state.meetingTypes.values()].filter((type) =>
		isListedFor(state, caller.user, type),
	);
	return ok(types.map((type) => meetingTypeOnWire(state, type)));
}

/** A type by its id, for everybody of its company. */
export function visibleMeetingType({ caller, state }: Call, id: string): MeetingType {
	const type = state.meetingTypes.get(id.toLowerCase());
	if (type?.companyId !== caller.user.companyId || type.deletedAt !== null) {
		throw notFound('Meeting type');
	}
	return type;
}

/** The type of the path. A malformed id was seen to answer 500 here, unlike anywhere else. */
export function meetingTypeOfPath(call: Call): MeetingType {
	const id = call.params.id ?? '';
	if (!isUuid(id)) throw refusal(500, 'Internal server error');
	return visibleMeetingType(call, id);
}

function getMeetingType(call: Call): Answer {
	return ok(meetingTypeOnWire(call.state, meetingTypeOfPath(call)));
}

export const routes: readonly Route[] = [
	{ operationId: 'listMeetingTypes', handle: listMeetingTypes },
	{ operationId: 'getMeetingType', handle: getMeetingType },
];
