import type { IDataObject, INodeExecutionData, IPollFunctions } from 'n8n-workflow';
import { listsOf, WHO_MAY_READ } from '../../actions/booking/listsOf';
import { type Appointment, appointments, isCancelled } from '../../api/appointments';
import type { Form } from '../../fields/field';
import { realClock } from '../../transport/clock';
import { failureOf } from '../../transport/failures';
import type { ApiClient } from '../../transport/types';
import { bookingItem, type EventFacts, eventKeyOf } from '../eventItem';
import type { PollEvent } from '../events';
import { openTrigger } from '../open';
import { filterOf, queryOf } from './filters';
import type { PollFields } from './form';

/** A person waits in the editor. */
const PATIENCE_MS = 25_000;

/** So many bookings of a host are looked through for one that suits. */
const ENOUGH = 50;

/** For *Fetch Test Event*: a booking that suits the first event of *Trigger On*, as if that had just happened to it. */
export async function recentBooking(
	context: IPollFunctions,
	form: Form,
	fields: PollFields,
): Promise<INodeExecutionData> {
	const patience = { maxWaitMs: PATIENCE_MS, lane: 'urgent' } as const;
	const { api } = await openTrigger(context, form, patience, WHO_MAY_READ);
	const booking = await example(api, fields);
	if (booking !== undefined) return bookingItem(form, booking, exampleFacts(fields, booking));
	return api.fail(
		failureOf('notFound', {
			message: 'There is no booking yet to show as a test event',
			advice: 'Make one in meetergo, or choose other Hosts or Filters, and fetch again.',
		}),
	);
}

async function example(api: ApiClient, fields: PollFields): Promise<Appointment | undefined> {
	const passes = filterOf(fields);
	const { query, suits } = exampleFor(fields.events[0]);
	let other: Appointment | undefined;
	for await (const userId of listsOf(fields.hosts, api)) {
		const asked = { ...queryOf(fields), ...query, userId };
		for await (const booking of api.list(appointments, asked, ENOUGH)) {
			if (!passes(booking)) continue;
			if (suits(booking)) return booking;
			other ??= booking;
		}
	}
	return other;
}

/** Which bookings to look through, and which of them is an example of an event. */
function exampleFor(event: PollEvent | undefined): {
	readonly query: IDataObject;
	suits(booking: Appointment): boolean;
} {
	const now = new Date(realClock.now()).toISOString();
	const isOn = (booking: Appointment) => !isCancelled(booking);
	if (event === 'booking_starts_soon') {
		return { query: { ...order('start', 'ASC'), start: now }, suits: isOn };
	}
	if (event === 'booking_ended') {
		return { query: { ...order('start', 'DESC'), end: now }, suits: isOn };
	}
	const suits = event === 'booking_cancelled' ? isCancelled : isOn;
	return { query: order('createdAt', 'DESC'), suits };
}

function order(by: 'start' | 'createdAt', sortDirection: 'ASC' | 'DESC'): IDataObject {
	return { sortBy: `appointment.${by}`, sortDirection };
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
