import type { Appointment } from '../../api/appointments';
import { toggle } from '../../fields/basic';
import { notForAgents } from '../../fields/field';
import type { ApiClient } from '../../transport/types';
import { attempt } from '../requests/attempt';
import type { Attachment } from '../output/told';
import { readBooking } from './readBooking';

export const attachInvitation = notForAgents(
	toggle({
		displayName: 'Attach Invitation',
		name: 'attachInvitation',
		description: 'Whether to add the invitation (.ics), in the binary field "invitation"',
	}),
);

/** The calendar invitation of a booking as a file. */
export function invitationOf({ ics }: Appointment, api: ApiClient): readonly Attachment[] {
	if (!ics) {
		api.hint('meetergo has no invitation for a booking, so no file was attached to it.');
		return [];
	}
	return [
		{
			property: 'invitation',
			fileName: 'invitation.ics',
			mimeType: 'text/calendar',
			text: ics,
		},
	];
}

/** The same for a booking that was just made: it stands, whatever becomes of the file. */
export async function invitationAfter(id: string, api: ApiClient): Promise<readonly Attachment[]> {
	const reading = await attempt(async () => await readBooking(id, api));
	if ('value' in reading) return invitationOf(reading.value, api);
	const { message } = reading.failure;
	api.hint(`The meeting is booked, but its invitation could not be attached: ${message}.`);
	return [];
}
