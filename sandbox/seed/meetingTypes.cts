import { PLAIN_INFO, PLAIN_TYPE } from '../newMeetingType.cts';
import type { MeetingInfo, MeetingType } from '../records/meetingTypes.cts';
import { slugOf } from '../slug.cts';
import type { State } from '../state.cts';
import { ids } from './wellKnown.cts';

type Name = keyof typeof ids.meetingTypes;

/** The meeting types, and the queue of the round robin one. */
export function seedMeetingTypes(state: State): void {
	const { lena, james, priya, aroha, mila, ingrid } = ids.users;
	const add = (name: Name, title: string, duration: number, own: Partial<MeetingType>): void => {
		const id = ids.meetingTypes[name];
		state.meetingTypes.set(id, { ...plain(id, title, duration), ...own });
	};
	add('oneToOne', 'Site survey', 45, {
		...hostedBy(lena),
		meetingInfo: { ...info('Site survey', 45), bufferBefore: 10, bufferAfter: 5 },
		bookingMinimum: 120,
		availabilityId: ids.availabilities.lena,
		meetingOptions: { channelAvailabilities: { phone: ids.availabilities.lenaEvenings } },
	});
	add('member', 'Introduction call', 30, hostedBy(james));
	const { designReview, supportSession } = ids.routingForms;
	add('priya', 'Design review', 30, { ...hostedBy(priya), formId: designReview });
	add('aroha', 'Support session', 30, { ...hostedBy(aroha), formId: supportSession });
	add('mila', 'Contract talk', 30, hostedBy(mila));
	add('group', 'Heat pump workshop', 60, { ...hostedBy(lena), spots: 3, timeslotInterval: 60 });
	add('doubleOptIn', 'Newsletter interview', 30, {
		...hostedBy(lena),
		meetingOptions: { doubleOptIn: 'enabled' },
	});
	add('hostConfirmation', 'Second opinion', 30, {
		...hostedBy(lena),
		meetingOptions: { requireHostConfirmation: 'enabled' },
	});
	add('queue', 'Sales call', 30, { queueId: ids.queue });
	add('withoutHost', 'Team visit', 30, {});
	add('phoneOnly', 'Call back', 30, {
		...hostedBy(lena),
		meetingInfo: { ...info('Call back', 30), channel: 'phone' },
		meetingOptions: { allowPhoneOnlyBooking: true },
	});
	add('durations', 'Advice', 30, {
		...hostedBy(lena),
		meetingOptions: { allowedDurations: [15, 30, 60] },
	});
	add('disabled', 'Retired offer', 30, { ...hostedBy(lena), enabled: false });
	add('foreign', 'Elsewhere', 30, { ...hostedBy(ingrid), companyId: ids.foreignCompany });
	state.queues.set(ids.queue, {
		id: ids.queue,
		companyId: ids.company,
		workspaceId: ids.workspace,
		meetingTypeId: ids.meetingTypes.queue,
		type: 'simpleRoundRobin',
		users: [mila, james, priya, aroha].map((userId) => ({ userId, capacity: 1 })),
	});
}

function hostedBy(userId: string): Partial<MeetingType> {
	return { userId, createdById: userId };
}

function info(name: string, duration: number): MeetingInfo {
	return { ...PLAIN_INFO, name, duration, channel: 'connect' };
}

function plain(id: string, name: string, duration: number): MeetingType {
	return {
		...PLAIN_TYPE,
		id,
		companyId: ids.company,
		createdById: ids.admin,
		slug: slugOf(name),
		meetingInfo: info(name, duration),
		createdAt: '2025-09-01T08:00:00.000Z',
	};
}
