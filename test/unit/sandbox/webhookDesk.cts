import { record, type Json } from '../../../contract/json.cts';
import { WEBHOOK_TYPES, type WebhookType } from '../../../sandbox/records/webhooks.cts';
import type { SandboxOptions } from '../../../sandbox/server.cts';
import type { Deliveries } from '../../../sandbox/webhooks/deliveries.cts';
import { startReceiver, type Receiver } from './receiver.cts';
import { visit, type Reply, type Visit, type Visitor } from './visitor.cts';

/** Where a visitor registers webhooks, and the place that they post to. */
export class WebhookDesk {
	private constructor(
		readonly visitor: Visitor,
		readonly receiver: Receiver,
	) {}

	static async open(options: SandboxOptions = {}): Promise<WebhookDesk> {
		return new WebhookDesk(...(await Promise.all([visit(options), startReceiver()])));
	}

	get deliveries(): Deliveries {
		return this.visitor.sandbox.deliveries;
	}

	/** The path of a new webhook that is told of so much, at that path of the receiver. */
	async listen(
		eventTypes: readonly WebhookType[] = WEBHOOK_TYPES,
		path = '/in',
		how: Visit = {},
	): Promise<string> {
		const body = { endpoint: `${this.receiver.url}${path}`, eventTypes };
		const reply = await this.visitor.ask('POST', '/webhooks', { ...how, body });
		if (reply.status !== 201) throw new Error(`No webhook: ${reply.text}`);
		return `/webhooks/${String(record(reply.body).id)}`;
	}

	/** Fires so many events that are numbered from 1. */
	fire(count: number, type: WebhookType = 'form_submission'): void {
		for (let number = 1; number <= count; number += 1) {
			this.deliveries.fire(type, { id: String(number) });
		}
	}

	/** All payloads that have arrived, in order, once nothing is under way. */
	async told(): Promise<Json[]> {
		await this.deliveries.settled();
		return this.receiver.received.map(({ payload }) => payload);
	}

	/** Their numbers. */
	async numbers(): Promise<number[]> {
		return (await this.told()).map(({ id }) => Number(id));
	}

	/** The paths at which they have arrived, sorted. */
	async paths(): Promise<string[]> {
		await this.deliveries.settled();
		return this.receiver.received.map(({ path }) => path).sort();
	}

	/** Asks a control route. */
	control(method: string, what: string, body?: unknown): Promise<Reply> {
		return this.visitor.ask(method, `/__sandbox/${what}`, { token: null, body });
	}

	async close(): Promise<void> {
		await this.visitor.sandbox.close();
		await this.receiver.close();
	}
}

export function sorted(numbers: readonly number[]): number[] {
	return [...numbers].sort((a, b) => a - b);
}
