import type { Instant } from './instant.cts';

/** What webhooks can be told of. */
export const WEBHOOK_TYPES = [
	'booking_created',
	'booking_rescheduled',
	'booking_cancelled',
	'form_submission',
	'new_employee',
	'credential_error',
	'review_submitted',
	'review_published',
	'signature_completed',
] as const;

export type WebhookType = (typeof WEBHOOK_TYPES)[number];

/** An address that hears of what happens in a company. Everybody of the company sees it. */
export interface Webhook {
	/** A number, unlike the ids of most records. */
	readonly id: number;
	readonly companyId: string;
	readonly endpoint: string;
	readonly description: string | null;
	/** As they were written. */
	readonly eventTypes: readonly string[];
	readonly createdAt: Instant;
	readonly updatedAt: Instant;
}
