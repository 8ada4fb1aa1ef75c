import { choices, filled } from '../../fields/lists';
import { toggle } from '../../fields/basic';
import { filterFields } from '../../fields/collection';
import { type Form, readFields, required, shownWhere, type Values } from '../../fields/field';
import { output } from '../../fields/output';
import { severalIds } from '../../fields/severalIds';
import { bookingEvents, webhookEvents } from '../events';
import { meetingTypeIds, options, triggerForm } from '../form';

const events = choices({
	displayName: 'Trigger On',
	name: 'events',
	description: 'What starts the workflow',
	options: webhookEvents,
});

const verify = toggle({
	displayName: 'Verify Bookings',
	name: 'verify',
	description:
		'Whether to read each booking from meetergo before the workflow starts. What meetergo delivers is not signed, so without this only the secret in the address tells real events from forged ones.',
	default: true,
});

const filters = filterFields({
	hostIds: severalIds({
		displayName: 'Host Names or IDs',
		name: 'hostIds',
		noun: 'user',
		loadOptionsMethod: 'getHosts',
		remark: 'Only bookings with one of these hosts',
	}),
	meetingTypeIds,
	onlyConfirmed: toggle({
		displayName: 'Only Confirmed',
		name: 'onlyConfirmed',
		description:
			'Whether to leave out bookings made or moved that are cancelled by now. Booking Cancelled is told all the same.',
		default: true,
	}),
});

/** Of other events meetergo publishes neither the form nor a way to read them again. */
const aboutBookings = { show: { events: bookingEvents.map(({ value }) => value) } };

const fields = {
	events: required(filled(events), 'Trigger On'),
	verify: shownWhere(verify, aboutBookings),
	filters: shownWhere(filters, aboutBookings),
	output: shownWhere(output, aboutBookings),
	options: shownWhere(options, aboutBookings),
};

export const webhookForm = triggerForm(fields);

export type WebhookFields = Values<typeof fields>;

/** What the user filled in. */
export function readWebhookForm(form: Form): WebhookFields {
	return readFields(fields, form);
}
