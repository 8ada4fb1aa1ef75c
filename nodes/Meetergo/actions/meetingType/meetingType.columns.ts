import type { MeetingType } from '../../api/meetingTypes';
import { column, type Columns } from '../output/columns';

export const meetingTypeColumns: Columns<MeetingType> = {
	id: column('ID of the meeting type', ({ id }) => id),
	name: column('Title on the booking page', ({ meetingInfo }) => meetingInfo?.name),
	slug: column('Last part of the booking address', ({ slug }) => slug),
	duration: column('Length in minutes', ({ meetingInfo }) => meetingInfo?.duration),
	channel: column(
		'Where it takes place, such as `phone`',
		({ meetingInfo }) => meetingInfo?.channel,
	),
	spots: column('Attendees per slot; more than 1 makes it a group', ({ spots }) => spots ?? 1),
	enabled: column('Whether it takes bookings', ({ enabled }) => enabled),
	hostId: column('ID of the host, where there is a single one', ({ userId }) => userId),
	queueId: column('ID of the queue, where there are several hosts', ({ queueId }) => queueId),
	bookingUrl: column('Public address of the booking page', ({ bookingUrl }) => bookingUrl),
};

export const moreOfMeetingType: Columns<MeetingType> = {
	description: column('Text on the booking page', ({ meetingInfo }) => meetingInfo?.description),
	bufferBefore: column(
		'Minutes kept free before a meeting',
		({ meetingInfo }) => meetingInfo?.bufferBefore,
	),
	bufferAfter: column(
		'Minutes kept free after a meeting',
		({ meetingInfo }) => meetingInfo?.bufferAfter,
	),
	bookingMinimum: column('Minimum notice in minutes', ({ bookingMinimum }) => bookingMinimum),
	scheduleId: column('ID of its schedule', ({ availabilityId }) => availabilityId),
};
