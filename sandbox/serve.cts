import type { FastifyReply } from 'fastify';

import type { Operation } from '../contract/operations.cts';
import type { Contract, Exchange } from '../contract/validate.cts';
import { admit, bearerOf } from './access.cts';
import { notImplemented, Refusal, refusal } from './errors.cts';
import type { FaultRule, Faults } from './faults.cts';
import type { Incoming } from './incoming.cts';
import type { Limiter } from './limiter.cts';
import { hashOf, type ExchangeLog } from './log.cts';
import type { RouteLimits } from './routeLimits.cts';
import type { Answer, Route } from './routes/route.cts';
import { send } from './send.cts';
import type { SlotCache } from './slots/cache.cts';
import { spoil, type Ending, type SpoilingRule } from './spoil.cts';
import { readBody, readQuery } from './validation.cts';
import type { World } from './world.cts';

/** What a request was addressed to. */
export interface Target {
	readonly route: Route;
	readonly operation: Operation;
	readonly params: Readonly<Record<string, string>>;
}

export interface Service extends World {
	readonly contract: Contract;
	readonly limiter: Limiter;
	readonly routeLimits: RouteLimits;
	readonly slotCache: SlotCache;
	readonly faults: Faults;
	readonly log: ExchangeLog;
	/** Whether refusals of the limiter say when to come back. */
	readonly retryAfter: boolean;
	readonly onExchange?: (exchange: Exchange) => void;
}

/** Takes one request through limiters, faults, access, validation and its route. */
export async function serve(
	service: Service,
	incoming: Incoming,
	target: Target | undefined,
	reply: FastifyReply,
): Promise<void> {
	const { limiter, routeLimits, faults, log, clock } = service;
	const credential = hashOf(bearerOf(incoming.headers));
	const waitMs = limiter.take(credential) || routeLimits.take(credential, target?.operation);
	log.count(waitMs === 0, clock.millis());
	if (waitMs > 0) {
		finish(service, incoming, tooMany(service, waitMs), reply);
		return;
	}
	const rule = faults.strike(incoming.method, incoming.path);
	const act = () => answerOf(service, incoming, target);
	if (!rule) finish(service, incoming, act(), reply);
	else if (rule.kind === 'latency') await delayed(service, incoming, rule, act, reply);
	else await spoilt(service, incoming, { ...rule, kind: rule.kind }, act, reply);
}

async function delayed(
	service: Service,
	incoming: Incoming,
	rule: FaultRule,
	act: () => Answer,
	reply: FastifyReply,
): Promise<void> {
	const early = rule.when === 'after' ? act() : undefined;
	await service.faults.wait(rule.ms ?? 0);
	finish(service, incoming, early ?? act(), reply);
}

async function spoilt(
	service: Service,
	incoming: Incoming,
	rule: SpoilingRule,
	act: () => Answer,
	reply: FastifyReply,
): Promise<void> {
	const { faults } = service;
	const { lateCommitMs } = rule;
	const answer = rule.when === 'after' && lateCommitMs === undefined ? act() : undefined;
	record(service, incoming, spoil(rule, reply, answer, faults), true);
	if (lateCommitMs !== undefined && (await faults.wait(lateCommitMs))) act();
}

function finish(service: Service, incoming: Incoming, answer: Answer, reply: FastifyReply): void {
	send(reply, answer);
	record(service, incoming, answer, false);
}

function record(service: Service, incoming: Incoming, ending: Ending, faulted: boolean): void {
	const { method, path, query, headers, body } = incoming;
	const { status } = ending;
	const credential = hashOf(bearerOf(headers));
	service.log.add({ method, path, status, credential, at: service.clock.millis() });
	service.onExchange?.({
		method,
		path,
		query,
		headers,
		requestBody: body,
		status,
		responseBody: ending.body,
		faulted,
	});
}

/** Seconds are real ones: whoever reads them does not know how fast this clock runs. */
function tooMany({ clock, retryAfter }: Service, waitMs: number): Answer {
	const seconds = Math.max(1, Math.ceil(waitMs / (clock.speed || 1) / 1000));
	return {
		...answerTo(refusal(429, 'Too Many Requests')),
		...(retryAfter ? { headers: { 'retry-after': String(seconds) } } : {}),
	};
}

function answerOf(service: Service, incoming: Incoming, target: Target | undefined): Answer {
	try {
		if (!target) throw unanswered(service, incoming);
		const { route, operation, params } = target;
		const caller = admit(service, operation, incoming.headers);
		const query = readQuery(service.contract, operation, incoming.query);
		const body = readBody(service.contract, operation, incoming.isJson ? incoming.body : undefined);
		const { state, clock, announce, slotCache } = service;
		return route.handle({ state, clock, announce, slotCache, caller, params, query, body });
	} catch (error) {
		return answerTo(error);
	}
}

/** Nobody has this address, or only this sandbox lacks it. */
function unanswered({ contract }: Service, { method, path }: Incoming): Refusal {
	const known = contract.route(method, path);
	return known ? notImplemented(known.operation) : refusal(404, `Cannot ${method} ${path}`);
}

function answerTo(error: unknown): Answer {
	if (error instanceof Refusal) return { status: error.status, body: error.body };
	// A bug of the sandbox: seen by whoever runs it, and by clients as what it is.
	console.error(error);
	return { status: 500, body: refusal(500, 'Internal server error').body };
}
