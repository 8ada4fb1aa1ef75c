import type { Count } from '../armed.cts';
import type { WebhookType } from '../records/webhooks.cts';

/** How the deliveries of an event go wrong on purpose. An event counts once, however many hear of it. */
export interface Misbehaviour extends Count {
	/** Only of this event. */
	readonly webhookType?: WebhookType;
	/** How many times each endpoint is told; 1 unless told otherwise. */
	readonly copies?: number;
	/** Real milliseconds until the first copy goes out; 0 unless told. */
	readonly delayMs?: number;
	/** Real milliseconds from one copy to the next; 0 unless told. */
	readonly gapMs?: number;
	/** Nobody ever hears of it. */
	readonly drop?: boolean;
}
