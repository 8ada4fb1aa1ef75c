import type { IDataObject } from 'n8n-workflow';
import { isId } from '../../fields/locator';
import { v4 } from '../../transport/path';
import type { ApiClient, Once } from '../../transport/types';
import { inputFailure } from '../../transport/nodeErrors';
import { perItem } from '../operation';
import { type Appointment, isCancelled } from '../../api/records';
import { bookingId } from './booking.fields';
import { summarise } from './booking.simplify';
import { type CancelScope, cancelOptions, scope } from './cancel.fields';

/** A booking after the cancellation, or before it in a preview. */
interface Cancelled extends IDataObject {
	readonly booking: Appointment;
	readonly cancelledScope: 'attendee' | 'booking';
	readonly preview: boolean;
	readonly recovered: boolean;
}

export const cancel = perItem({
	option: {
		name: 'Cancel',
		value: 'cancel',
		description: 'Cancel a booking, or take one attendee out of it; everybody is told by mail',
		action: 'Cancel a booking and tell everybody by mail',
	},
	actingUser: 'required',
	effect: 'destroy',
	fields: { bookingId, scope },
	options: cancelOptions,
	async run({ bookingId: id, scope: whom, options }, api): Promise<Cancelled> {
		const read = async () => await api.get<Appointment>(v4`/appointment/${id}`);
		const attendeeId = await attendeeIdOf(whom, read, api);
		const preview = options.preview === true;
		const cancelledScope = attendeeId === undefined ? 'booking' : 'attendee';
		if (preview) return { booking: await read(), cancelledScope, preview, recovered: false };

		const { record, recovered } = await api.once<Appointment>(
			v4`/appointment/${id}/cancel`,
			{
				reason: options.reason,
				...(attendeeId === undefined
					? { cancelAll: true, cancelEntireSeries: whom === 'series' ? true : undefined }
					: { attendeeId }),
			},
			hasLeft(read, attendeeId),
		);
		return { booking: record ?? (await read()), cancelledScope, preview, recovered };
	},
	raw: ({ booking }) => booking,
	simplify: ({ booking, cancelledScope, preview, recovered }, zone) => ({
		...summarise(booking, zone),
		cancelledScope,
		...(preview && { preview }),
		...(recovered && { recovered }),
	}),
});

/** The API knows attendees by id only; people know them by mail address. Who is not in the booking is refused. */
async function attendeeIdOf(
	whom: CancelScope,
	read: () => Promise<Appointment>,
	api: ApiClient,
): Promise<string | undefined> {
	if (typeof whom === 'string') return undefined;
	const { attendees = [] } = await read();
	const wanted = whom.attendee.toLowerCase();
	const found = attendees.find(({ id, email }) => [id, email?.toLowerCase()].includes(wanted));
	return (
		found?.id ??
		api.fail(
			inputFailure(
				'Attendee Email or ID',
				`nobody with the ${isId(wanted) ? 'ID' : 'address'} "${whom.attendee}" is in this booking`,
			),
		)
	);
}

/** The booking is off, or the attendee is no longer in it: it was cancelled. */
function hasLeft(
	read: () => Promise<Appointment>,
	attendeeId: string | undefined,
): Once<Appointment> {
	return {
		proof: 'lookUp',
		complete: true,
		async find() {
			const booking = await read();
			const isOff = isCancelled(booking);
			const isGone =
				attendeeId !== undefined && !booking.attendees?.some(({ id }) => id === attendeeId);
			return isOff || isGone ? booking : undefined;
		},
		howToCheck: 'Look at its state with Booking > Get before you cancel it again.',
	};
}
