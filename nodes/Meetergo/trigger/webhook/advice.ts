import type { Webhook } from '../../api/webhooks';
import { failureOf } from '../../transport/failures';
import type { Failure } from '../../transport/types';
import { hostIn } from './address';

/* What to do where a webhook cannot be made or removed. */

export const WHO_MAY =
	'Webhooks need a plan that includes them, and a limited token needs the permission group Account.';

export const WANTS_HTTPS =
	'The address of this n8n begins with http://, and meetergo wants https:// for webhooks. Set N8N_WEBHOOK_URL to an https address, or use the Meetergo Poll Trigger.';

/** n8n listens on an address that only its own machine has. */
export function outOfReach(address: string): Failure {
	return failureOf('invalidInput', {
		message: `meetergo cannot reach ${hostIn(address)}`,
		advice:
			'This address means the machine that n8n runs on. Set N8N_WEBHOOK_URL to the public https address of n8n, or use the Meetergo Poll Trigger, which needs none.',
	});
}

/** A workspace may have a few webhooks only; says who has them. */
export function placesTaken(holders: readonly Webhook[]): Failure {
	const named = holders.map(({ id, description, endpoint }) =>
		[id, description && `"${description}"`, `at ${hostIn(endpoint)}`].filter(Boolean).join(' '),
	);
	return failureOf('limitReached', {
		message: `All ${holders.length} webhook places of the meetergo workspace are taken`,
		advice: `They are held by: ${named.join('; ')}. Remove one that is no longer needed, or use the Meetergo Poll Trigger, which needs none.`,
		httpCode: 406,
	});
}

/** A webhook goes on calling an address where nobody listens any more. */
export function leftBehind(id: string | number, address: string, reason: Failure): Failure {
	return {
		...reason,
		message: `The webhook ${id} was left behind in meetergo`,
		description: `It points to ${hostIn(address)}. Remove it in meetergo, or publish and unpublish this workflow again. Reason: ${reason.message}. ${reason.description}`,
	};
}
