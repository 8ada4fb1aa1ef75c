import type { IWebhookFunctions } from 'n8n-workflow';
import type { Appointment } from '../../api/appointments';
import type { Form } from '../../fields/field';
import { failureOf } from '../../transport/failures';
import { v4 } from '../../transport/path';
import { within } from '../../transport/within';
import { openTrigger } from '../open';

/** meetergo waits 30 s for an answer, and has to be asked, and asked again, before. */
const PATIENCE_MS = 10_000;
const ATTEMPT_MS = 5_000;

const WHO_MAY =
	'To verify a booking, the credential has to be that of its host or of an admin. Otherwise switch Verify Bookings off.';

/**
 * Reads the booking that a delivery names; `undefined` where meetergo has none.
 * Where meetergo cannot be asked in time this fails, so that n8n shows a failed execution and nothing vanishes unseen.
 */
export async function readNamedBooking(
	context: IWebhookFunctions,
	form: Form,
	{ id }: Appointment,
): Promise<Appointment | undefined> {
	const patience = {
		maxWaitMs: PATIENCE_MS,
		attemptTimeoutMs: ATTEMPT_MS,
		lane: 'urgent',
	} as const;
	const { api } = await openTrigger(context, form, patience, WHO_MAY);
	const reading = api.find<Appointment>(v4`/appointment/${id}`).then((booking) => ({ booking }));
	const found = await within(PATIENCE_MS, reading, () => undefined);
	if (found !== undefined) return found.booking;
	return api.fail(
		failureOf('timedOut', {
			message: `meetergo could not be asked within ${PATIENCE_MS / 1000} s about a booking it has told of`,
			advice: `What happened to the booking ${id} has not started the workflow.`,
		}),
	);
}
