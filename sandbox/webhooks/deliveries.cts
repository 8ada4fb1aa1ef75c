import { setMaxListeners } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';

import type { Json } from '../../contract/json.cts';
import { Armed } from '../armed.cts';
import type { Webhook, WebhookType } from '../records/webhooks.cts';
import { ids } from '../seed/wellKnown.cts';
import type { State } from '../state.cts';
import { companyOf, type Happening } from './happening.cts';
import type { Misbehaviour } from './misbehaviour.cts';
import { ordered, type Order } from './order.cts';
import { payloadOf } from './payload.cts';
import { post } from './post.cts';

/** What became of telling one endpoint of one event. */
export interface Delivery {
	readonly webhookId: number;
	readonly endpoint: string;
	readonly webhookType: WebhookType;
	readonly payload: Json;
	readonly outcome: 'answered' | 'failed' | 'dropped';
	/** Of the answer; 0 when there was none. */
	readonly status: number;
}

/** A delivery that is still to come. */
interface Parcel extends Pick<Delivery, 'webhookId' | 'endpoint' | 'webhookType' | 'payload'> {
	/** What is sent: the payload as it was when it happened. */
	readonly json: string;
	/** Real milliseconds. */
	readonly waitMs: number;
}

const KEPT = 1000;

/**
 * Tells webhooks of what happens: once each and all at once, unless they are told to misbehave. Nothing is
 * sent a second time when it fails, since how the API does that is unpublished.
 */
export class Deliveries {
	private readonly misbehaviours = new Armed<Misbehaviour>();

	private readonly underWay = new Set<Promise<void>>();

	/** Undefined when nothing is held back. */
	private held: Parcel[] | undefined;

	private done: Delivery[] = [];

	private stop = stopper();

	/** @param timeoutMs real milliseconds that an endpoint may take to answer */
	constructor(
		private readonly state: State,
		private readonly timeoutMs: number,
	) {}

	/** Tells the webhooks of a company that listen, in a while: the answer to the request goes first. */
	announce(happening: Happening): void {
		const { webhookType } = happening;
		const webhooks = this.listening(companyOf(happening), webhookType);
		if (webhooks.length > 0) this.queue(webhooks, webhookType, payloadOf(this.state, happening));
	}

	/**
	 * Tells webhooks of something that did not happen in the sandbox.
	 * @returns how many listen
	 */
	fire(webhookType: WebhookType, payload: Json, companyId: string = ids.company): number {
		const webhooks = this.listening(companyId, webhookType);
		if (webhooks.length > 0) this.queue(webhooks, webhookType, { webhookType, ...payload });
		return webhooks.length;
	}

	/** Arms a misbehaviour. Of several that match an event, the first strikes. */
	misbehave(how: Misbehaviour): void {
		this.misbehaviours.add(how, how);
	}

	/** Holds back what is to be delivered from now on. */
	hold(): void {
		this.held ??= [];
	}

	/** Holds nothing back any more. What was goes out one after another, so that it arrives in this order. */
	release(order: Order = 'shuffled', seed = 1): void {
		const { held = [] } = this;
		this.held = undefined;
		this.send(ordered(held, order, seed));
	}

	/** Ends all misbehaviour that is still to come; what is held back goes out as it came. */
	behave(): void {
		this.misbehaviours.clear();
		this.release('kept');
	}

	/** Resolves when all that is not held back now was answered or has failed. */
	async settled(): Promise<void> {
		await Promise.all(this.underWay);
	}

	/** The last 1000, in the order in which they ended. */
	read(): readonly Delivery[] {
		return this.done.slice(-KEPT);
	}

	/** Forgets everything, what is under way included. */
	clear(): void {
		this.stop.abort();
		this.stop = stopper();
		this.misbehaviours.clear();
		this.held = undefined;
		this.done = [];
	}

	private listening(companyId: string, webhookType: WebhookType): Webhook[] {
		return [...this.state.webhooks.values()].filter(
			(webhook) => webhook.companyId === companyId && webhook.eventTypes.includes(webhookType),
		);
	}

	private queue(webhooks: readonly Webhook[], webhookType: WebhookType, payload: Json): void {
		const matches = (rule: Misbehaviour) => (rule.webhookType ?? webhookType) === webhookType;
		const { copies = 1, delayMs = 0, gapMs = 0, drop } = this.misbehaviours.strike(matches) ?? {};
		const json = JSON.stringify(payload);
		for (const { id, endpoint } of webhooks) {
			for (let copy = 0; copy < copies; copy += 1) {
				const waitMs = delayMs + copy * gapMs;
				const parcel = { webhookId: id, endpoint, webhookType, payload, json, waitMs };
				if (drop) this.note(parcel, 'dropped', 0);
				else if (this.held) this.held.push(parcel);
				else this.send([parcel]);
			}
		}
	}

	/** Delivers one after another. */
	private send(parcels: readonly Parcel[]): void {
		const journey = this.deliver(parcels, this.stop.signal).finally(() =>
			this.underWay.delete(journey),
		);
		this.underWay.add(journey);
	}

	private async deliver(parcels: readonly Parcel[], signal: AbortSignal): Promise<void> {
		for (const parcel of parcels) {
			await wait(parcel.waitMs, undefined, { signal }).catch(() => undefined);
			if (signal.aborted) return;
			const status = await post(parcel.endpoint, parcel.json, this.timeoutMs, signal);
			if (signal.aborted) return;
			this.note(parcel, status === 0 ? 'failed' : 'answered', status);
		}
	}

	private note(parcel: Parcel, outcome: Delivery['outcome'], status: number): void {
		const { webhookId, endpoint, webhookType, payload } = parcel;
		this.done.push({ webhookId, endpoint, webhookType, payload, outcome, status });
		if (this.done.length > 2 * KEPT) this.done = this.done.slice(-KEPT);
	}
}

function stopper(): AbortController {
	const controller = new AbortController();
	// Everything under way listens to it.
	setMaxListeners(0, controller.signal);
	return controller;
}
