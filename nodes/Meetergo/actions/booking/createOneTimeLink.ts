import type { OneTimeBookingLink } from '../../api/records';
import { v4 } from '../../transport/path';
import type { Once } from '../../transport/types';
import { findMeetingType } from '../meetingType/findMeetingType';
import { meetingTypeId } from '../meetingType/meetingType.fields';
import { perItem } from '../perItem';
import { recordIn } from '../recordIn';
import { told } from '../told';

const once: Once<OneTimeBookingLink> = {
	proof: 'none',
	read: (answer) =>
		recordIn<OneTimeBookingLink>(answer, 'url') ?? recordIn<OneTimeBookingLink>(answer, 'link'),
	howToCheck:
		'A link that nobody has been given does no harm and ends after 30 days, so another one can be created.',
};

export const createOneTimeLink = perItem({
	option: {
		name: 'Create One-Time Link',
		value: 'createOneTimeLink',
		description: 'Create an address at which a meeting can be booked once, within 30 days',
		action: 'Create a booking link that works once',
	},
	actingUser: 'required',
	effect: 'change',
	fields: { meetingTypeId },
	async run(item, api) {
		const type = await findMeetingType(item.meetingTypeId, api);
		const { record } = await api.once(v4`/one-time-booking-link/create/${type.id}`, {}, once);
		return told(record, {
			meetingTypeId: type.id,
			meetingTypeName: type.meetingInfo?.name ?? null,
		});
	},
	// Clients of the API know the address by two names.
	simplify: ({ id, url, link }) => ({ id: id ?? null, bookingUrl: url ?? link ?? null }),
});
