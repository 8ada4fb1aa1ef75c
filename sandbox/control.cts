import type { FastifyInstance } from 'fastify';

import { isRecord, isText, record, type Json } from '../contract/json.cts';
import type { Clock } from './clock.cts';
import { bodyOf, timesOf } from './controlBody.cts';
import { addDeliveryRoutes } from './controlDeliveries.cts';
import type { FaultKind, FaultRule, Faults } from './faults.cts';
import type { ExchangeLog } from './log.cts';
import type { State } from './state.cts';
import type { Deliveries } from './webhooks/deliveries.cts';

export interface Controlled {
	readonly state: State;
	readonly clock: Clock;
	readonly faults: Faults;
	readonly log: ExchangeLog;
	readonly deliveries: Deliveries;
	reset(): void;
}

const KINDS: readonly FaultKind[] = [
	'latency',
	'status',
	'reset',
	'halfBody',
	'garbage',
	'html',
	'emptyBody',
	'drip',
	'hang',
];

export const CONTROL_ROUTES = [
	'GET    /__sandbox/state       counts and records (?only=counts)',
	'POST   /__sandbox/reset       back to the seed',
	'POST   /__sandbox/clock       {"now": "2026-03-02T08:00:00Z"} or {"advanceMs": 60000}',
	'POST   /__sandbox/faults      {"kind": "status", "status": 503, "path": "/booking$", ...}',
	'DELETE /__sandbox/faults',
	'GET    /__sandbox/log         the last 1000 exchanges, and when requests were let through',
	'POST   /__sandbox/event       {"webhookType": "form_submission", ...} for the webhooks that listen',
	'GET    /__sandbox/deliveries  the last 1000 to webhooks (?settled waits for what is under way)',
	'POST   /__sandbox/deliveries  {"copies": 2, "delayMs": 50, "times": null}, {"drop": true},',
	'                              {"hold": true} or {"release": "shuffled", "seed": 1}',
	'DELETE /__sandbox/deliveries',
] as const;

/** Adds the routes that steer the sandbox. They know neither credentials nor limits. */
export function addControlRoutes(app: FastifyInstance, sandbox: Controlled): void {
	const { state, clock, faults, log, deliveries } = sandbox;
	app.get('/__sandbox/state', (request) => {
		const only = record(request.query).only;
		const lists = listsOf(state);
		const counts = Object.fromEntries(lists.map(([name, list]) => [name, list.length]));
		const records = Object.fromEntries(lists);
		return { now: clock.iso(), counts, ...(only === 'counts' ? {} : { records }) };
	});
	app.post('/__sandbox/reset', () => {
		sandbox.reset();
		return { reset: true };
	});
	app.post('/__sandbox/clock', (request, reply) => {
		const { now, advanceMs } = bodyOf(request.body);
		if (isText(now)) clock.set(now);
		else if (typeof advanceMs === 'number') clock.advance(advanceMs);
		else return reply.code(400).send({ message: 'Expected now or advanceMs' });
		return { now: clock.iso() };
	});
	app.post('/__sandbox/faults', (request, reply) => {
		const rule = readRule(bodyOf(request.body));
		if (!rule) return reply.code(400).send({ message: `kind is one of ${KINDS.join(', ')}` });
		faults.add(rule);
		return { added: rule };
	});
	app.delete('/__sandbox/faults', () => {
		const { hits } = faults;
		faults.clear();
		return { cleared: true, hits };
	});
	app.get('/__sandbox/log', () => log.read());
	addDeliveryRoutes(app, deliveries);
}

function listsOf(state: State): ReadonlyArray<readonly [string, readonly unknown[]]> {
	const { companies, users, availabilities, meetingTypes, queues } = state;
	const { appointments, provisionalBookings, oneTimeLinks, calendarConnections } = state;
	const { contacts, crmCompanies, crmNotes, crmEmails, dataFields, routingForms, webhooks } = state;
	const maps = {
		companies,
		users,
		availabilities,
		meetingTypes,
		queues,
		appointments,
		provisionalBookings,
		oneTimeLinks,
		calendarConnections,
		contacts,
		crmCompanies,
		crmNotes,
		crmEmails,
		dataFields,
		routingForms,
		webhooks,
	};
	const lists = Object.entries(maps).map(([name, map]) => [name, [...map.values()]] as const);
	return [...lists, ['mails', state.mails]];
}

function readRule(body: Json): FaultRule | undefined {
	const kind = KINDS.find((known) => known === body.kind);
	if (!kind) return undefined;
	const text = (name: string) => (isText(body[name]) ? { [name]: body[name] } : {});
	const number = (name: string) => (typeof body[name] === 'number' ? { [name]: body[name] } : {});
	const headers = isRecord(body.headers) ? Object.entries(body.headers) : undefined;
	return {
		kind,
		...text('method'),
		...text('path'),
		...number('skip'),
		...timesOf(body),
		...(body.when === 'after' ? { when: 'after' } : {}),
		...number('status'),
		...('body' in body ? { body: body.body } : {}),
		...(headers ? { headers: Object.fromEntries(headers.map(([k, v]) => [k, String(v)])) } : {}),
		...number('ms'),
		...number('lateCommitMs'),
	};
}
