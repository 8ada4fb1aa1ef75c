import type { MeetingInfo, MeetingType } from './records/meetingTypes.cts';
import type { User } from './records/people.cts';
import { slugOf } from './slug.cts';
import type { World } from './world.cts';

/** What a meeting is where nothing else is said: half an hour on the phone. */
export const PLAIN_INFO: MeetingInfo = {
	name: '30 minute meeting',
	description: '',
	duration: 30,
	channel: 'phone',
	bufferBefore: 0,
	bufferAfter: 0,
	bufferMustStayWithinWorkingHours: false,
};

/** What a type is where nothing else is said. Most of it is a guess: the defaults are unpublished. */
export const PLAIN_TYPE = {
	meetingInfo: PLAIN_INFO,
	meetingOptions: {},
	userId: null,
	queueId: null,
	enabled: true,
	spots: 1,
	timeslotInterval: 15,
	bookingMinimum: 0,
	daysIntoFuture: { mode: 'limit', bookingLimit: 60 * 24 * 60 },
	availabilityId: null,
	locations: [],
	metadata: {},
	ics: {},
	internalNotes: null,
	workspaceId: null,
	formId: null,
	isGlobalQueue: false,
	deletedAt: null,
} as const;

/** A type of one host, with a slug from its name; not stored yet. */
export function newMeetingType(
	{ state, clock }: World,
	host: User,
	meetingInfo: MeetingInfo,
): MeetingType {
	return {
		...PLAIN_TYPE,
		id: state.ids.uuid('meeting type'),
		companyId: host.companyId,
		createdById: host.id,
		userId: host.id,
		slug: slugOf(meetingInfo.name) || 'meeting',
		meetingInfo,
		createdAt: clock.iso(),
	};
}
