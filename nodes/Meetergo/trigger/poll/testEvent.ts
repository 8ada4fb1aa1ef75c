import type { INodeExecutionData, IPollFunctions } from 'n8n-workflow';
import { listsOf, WHO_MAY_READ } from '../../actions/booking/listsOf';
import { type Appointment, appointments } from '../../api/appointments';
import type { Form } from '../../fields/field';
import { failureOf } from '../../transport/failures';
import type { ApiClient } from '../../transport/types';
import { bookingItem, type EventFacts, eventKeyOf } from '../eventItem';
import { openTrigger } from '../open';
import { filterOf, queryOf } from './filters';
import type { PollFields } from './form';

/** A person waits in the editor. */
const PATIENCE_MS = 25_000;

/** So many of the latest bookings are looked through for one that passes the filters. */
const LATEST = 50;

/** For *Fetch Test Event*: the latest booking, as if the first event of *Trigger On* had happened to it. */
export async function recentBooking(
	context: IPollFunctions,
	form: Form,
	fields: PollFields,
): Promise<INodeExecutionData> {
	const patience = { maxWaitMs: PATIENCE_MS, lane: 'urgent' } as const;
	const { api } = await openTrigger(context, form, patience, WHO_MAY_READ);
	const booking = await latest(api, fields);
	if (booking !== undefined) return bookingItem(form, booking, exampleFacts(fields, booking));
	return api.fail(
		failureOf('notFound', {
			message: 'There is no booking yet to show as a test event',
			advice: 'Make one in meetergo, or choose other Hosts or Filters, and fetch again.',
		}),
	);
}

async function latest(api: ApiClient, fields: PollFields): Promise<Appointment | undefined> {
	const isWanted = filterOf(fields);
	const query = { ...queryOf(fields), sortBy: 'appointment.createdAt', sortDirection: 'DESC' };
	for await (const userId of listsOf(fields.hosts, api)) {
		for await (const booking of api.list(appointments, { ...query, userId }, LATEST)) {
			if (isWanted(booking)) return booking;
		}
	}
	return undefined;
}

function exampleFacts({ events }: PollFields, { id, start }: Appointment): EventFacts {
	const [event = 'booking_created'] = events;
	return {
		event,
		eventKey: eventKeyOf(event, id),
		...(event === 'booking_rescheduled' && { previousStart: start }),
		...(event === 'booking_cancelled' && { cancelledScope: 'booking' as const }),
	};
}
