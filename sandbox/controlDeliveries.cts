import type { FastifyInstance } from 'fastify';

import { isText, record, type Json } from '../contract/json.cts';
import { bodyOf, timesOf } from './controlBody.cts';
import { WEBHOOK_TYPES, type WebhookType } from './records/webhooks.cts';
import { number, text } from './values.cts';
import type { Deliveries } from './webhooks/deliveries.cts';
import { ORDERS } from './webhooks/order.cts';

const MISBEHAVIOUR = ['copies', 'delayMs', 'gapMs', 'drop'] as const;

/** Adds the routes that make things happen for webhooks, and make what they are told go astray. */
export function addDeliveryRoutes(app: FastifyInstance, deliveries: Deliveries): void {
	app.post('/__sandbox/event', (request, reply) => {
		const body = bodyOf(request.body);
		const type = typeOf(body);
		if (!type) return reply.code(400).send(unknownType());
		return { fired: type, endpoints: deliveries.fire(type, body, text(body.companyId)) };
	});
	app.get('/__sandbox/deliveries', async (request) => {
		if ('settled' in record(request.query)) await deliveries.settled();
		return { deliveries: deliveries.read() };
	});
	app.post('/__sandbox/deliveries', (request, reply) => {
		const body = bodyOf(request.body);
		if ('webhookType' in body && !typeOf(body)) return reply.code(400).send(unknownType());
		const refused = steer(deliveries, body);
		return refused ? reply.code(400).send({ message: refused }) : { told: body };
	});
	app.delete('/__sandbox/deliveries', () => {
		deliveries.behave();
		return { cleared: true };
	});
}

/** Does what a body says. @returns why it cannot */
function steer(deliveries: Deliveries, body: Json): string | undefined {
	if (body.hold === true) deliveries.hold();
	else if (isText(body.release)) {
		const order = ORDERS.find((known) => known === body.release);
		if (!order) return `release is one of ${ORDERS.join(', ')}`;
		deliveries.release(order, number(body.seed));
	} else if (MISBEHAVIOUR.some((name) => name in body)) {
		deliveries.misbehave({
			webhookType: typeOf(body),
			...timesOf(body),
			skip: number(body.skip),
			copies: number(body.copies),
			delayMs: number(body.delayMs),
			gapMs: number(body.gapMs),
			drop: body.drop === true,
		});
	} else return `Expected hold, release, ${MISBEHAVIOUR.join(', ')}`;
	return undefined;
}

function typeOf({ webhookType }: Json): WebhookType | undefined {
	return WEBHOOK_TYPES.find((known) => known === webhookType);
}

function unknownType(): Json {
	return { message: `webhookType is one of ${WEBHOOK_TYPES.join(', ')}` };
}
