import type { OneTimeBookingLink } from '../../api/bookings';
import { v4 } from '../../transport/path';
import type { Once } from '../../transport/types';
import { column, type Columns } from '../output/columns';
import { findMeetingType } from '../meetingType/findMeetingType';
import { meetingTypeId } from '../meetingType/meetingType.fields';
import { perItem } from '../perItem';
import { recordIn } from '../requests/recordIn';

const once: Once<OneTimeBookingLink> = {
	proof: 'none',
	read: (answer) =>
		recordIn<OneTimeBookingLink>(answer, 'url') ?? recordIn<OneTimeBookingLink>(answer, 'link'),
	howToCheck:
		'A link that nobody has been given does no harm and ends after 30 days, so another one can be created.',
};

interface LinkToType extends OneTimeBookingLink {
	readonly meetingTypeId: string;
	readonly meetingTypeName: string | null;
}

const linkColumns: Columns<LinkToType> = {
	id: column('ID of the link', ({ id }) => id),
	// Clients of the API know it by two names.
	bookingUrl: column('The address, which is a secret', ({ url, link }) => url ?? link),
	meetingTypeId: column('ID of the meeting type', ({ meetingTypeId: id }) => id),
	meetingTypeName: column('Name of the meeting type', ({ meetingTypeName }) => meetingTypeName),
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
		return {
			...record,
			meetingTypeId: type.id,
			meetingTypeName: type.meetingInfo?.name ?? null,
		};
	},
	simplify: linkColumns,
});
