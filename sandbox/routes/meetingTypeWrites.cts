import { record } from '../../contract/json.cts';
import { isSlugTaken } from '../addresses.cts';
import { demandRoom } from '../allowance.cts';
import { makeOneTimeLink } from '../booking/oneTimeLink.cts';
import { refusal } from '../errors.cts';
import { icsAfter, infoAfter, optionsAfter } from '../meetingTypeBody.cts';
import { newMeetingType, PLAIN_INFO } from '../newMeetingType.cts';
import type { MeetingType } from '../records/meetingTypes.cts';
import { deleteSchedule, scheduleIdOf } from '../schedules.cts';
import { ScheduleWishes } from '../scheduleWishes.cts';
import { slugOf } from '../slug.cts';
import { meetingTypeOnWire } from '../wire.cts';
import { meetingTypeOfPath } from './meetingTypes.cts';
import { created, ok, type Answer, type Call, type Route } from './route.cts';

/** What creation takes as it is. A slug, a host and the rest of the body vanish without an error. */
const TAKEN = ['spots', 'locations', 'metadata', 'daysIntoFuture', 'workspaceId', 'isGlobalQueue'];

function createMeetingType(call: Call): Answer {
	const { state, caller, body } = call;
	const { user } = caller;
	demandRoom(state, user.companyId, 'meetingTypes');
	const schedules = new ScheduleWishes(call, user, 400);
	const type: MeetingType = {
		...newMeetingType(call, user, infoAfter(PLAIN_INFO, body.meetingInfo)),
		...Object.fromEntries(TAKEN.filter((name) => name in body).map((name) => [name, body[name]])),
		meetingOptions: optionsAfter({}, body.meetingOptions, schedules.idOf),
		availabilityId: availabilityFor(call, schedules),
		ics: icsAfter(body.ics, companyLanguage(call)),
	};
	demandFreeSlug(call, type);
	schedules.store();
	state.meetingTypes.set(type.id, type);
	const answer = meetingTypeOnWire(state, type);
	if (record(body.options).createOneTimeLink !== true) return created(answer);
	const { id, url } = makeOneTimeLink(call, user, type);
	return created({ ...answer, oneTimeLink: { id, url } });
}

function availabilityFor({ body }: Call, schedules: ScheduleWishes): string | null {
	const { availability, availabilityId } = body;
	if (availability === undefined) {
		return availabilityId === undefined ? null : schedules.idOf(availabilityId, 'availabilityId');
	}
	if (availabilityId !== undefined) {
		throw refusal(400, ['availability must not be given together with availabilityId']);
	}
	return schedules.idOf(availability, 'availability');
}

function updateMeetingType(call: Call): Answer {
	const { state, caller, body } = call;
	const type = meetingTypeOfPath(call);
	const schedules = new ScheduleWishes(call, caller.user, 404);
	const { meetingInfo, meetingOptions, slug, availabilityId, ics, ...taken } = body;
	const changed: MeetingType = {
		...type,
		...taken,
		slug: slug === undefined ? type.slug : slugOf(String(slug)),
		meetingInfo: infoAfter(type.meetingInfo, meetingInfo),
		meetingOptions: optionsAfter(type.meetingOptions, meetingOptions, schedules.idOf),
		availabilityId:
			availabilityId === undefined
				? type.availabilityId
				: schedules.idOf(availabilityId, 'availabilityId'),
		ics: ics === undefined ? type.ics : icsAfter(ics, companyLanguage(call)),
	};
	if (!changed.slug) throw refusal(400, ['slug should not be empty']);
	demandFreeSlug(call, changed);
	schedules.store();
	state.meetingTypes.set(changed.id, changed);
	return ok(meetingTypeOnWire(state, changed));
}

function demandFreeSlug({ state }: Call, type: MeetingType): void {
	if (isSlugTaken(state, type)) throw refusal(409, 'slug already exists');
}

/** Its owner's language, since where the API keeps one is unpublished. */
function companyLanguage({ state, caller }: Call): string {
	const company = state.companies.get(caller.user.companyId);
	return state.users.get(company?.ownerId ?? '')?.language ?? 'en';
}

function deleteMeetingType(call: Call): Answer {
	const { state, clock, query } = call;
	const type = meetingTypeOfPath(call);
	const schedule = state.availabilities.get(scheduleIdOf(state, type) ?? '');
	if (query.deleteAvailability === true && schedule?.deletedAt === null) {
		deleteSchedule(call, schedule, type);
	}
	state.meetingTypes.set(type.id, { ...type, deletedAt: clock.iso() });
	return { status: 200 };
}

export const routes: readonly Route[] = [
	{ operationId: 'createMeetingType', handle: createMeetingType },
	{ operationId: 'updateMeetingType', handle: updateMeetingType },
	{ operationId: 'deleteMeetingType', handle: deleteMeetingType },
];
