import { createRequire } from 'node:module';

import type { FastifyInstance } from 'fastify';

import { isRecord } from '../contract/json.cts';
import { loadContract, type Contract, type Exchange } from '../contract/validate.cts';
import { Clock } from './clock.cts';
import { addControlRoutes } from './control.cts';
import { Faults } from './faults.cts';
import { readIncoming } from './incoming.cts';
import { Limiter, type LimiterShape } from './limiter.cts';
import { ExchangeLog } from './log.cts';
import { RouteLimits } from './routeLimits.cts';
import { routes } from './routes/index.cts';
import { seedState, STORY_START } from './seed.cts';
import { serve, type Service, type Target } from './serve.cts';
import { SlotCache } from './slots/cache.cts';
import { State } from './state.cts';
import { Deliveries } from './webhooks/deliveries.cts';

export type { Exchange };

// An import would fail under tsx on Node 20: its module loader cannot follow a `require` of JSON, which
// fastify's validator makes.
const { fastify }: typeof import('fastify') = createRequire(__filename)('fastify');

export interface SandboxOptions {
	/** 0, the default, takes a free one. */
	readonly port?: number;
	/** Bookings default to 3. */
	readonly seed?: { readonly bookings?: number };
	/** ISO instant the clock starts at; a Monday in 2026 by default. */
	readonly now?: string;
	/** How many times as fast as real time the clock runs; 1 by default, 0 stops it. */
	readonly speed?: number;
	/** `tokenBucket` by default. */
	readonly limiter?: LimiterShape;
	/** 100 by default. */
	readonly requestsPerMinute?: number;
	/** 200 by default. */
	readonly burst?: number;
	/** Whether a 429 carries `Retry-After`; true by default. */
	readonly retryAfter?: boolean;
	/** Milliseconds of the clock that slot answers are given again for; 0, the default, computes each. */
	readonly slotCacheMs?: number;
	/** Real milliseconds that the endpoint of a webhook may take to answer; 30000 by default. */
	readonly webhookTimeoutMs?: number;
	/** Called after each answer, control routes excepted. */
	readonly onExchange?: (exchange: Exchange) => void;
}

export interface Sandbox {
	/** `http://127.0.0.1:PORT`, without `/v4`. */
	readonly url: string;
	readonly state: State;
	readonly faults: Faults;
	readonly clock: Clock;
	readonly log: ExchangeLog;
	/** What webhooks are told, and how it goes astray. */
	readonly deliveries: Deliveries;
	close(): Promise<void>;
}

/** Starts a meetergo API in memory, with people, meeting types and bookings in it. */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
	const now = options.now ?? STORY_START;
	const state = new State();
	const clock = new Clock(now, options.speed);
	const limits = {
		shape: options.limiter ?? 'tokenBucket',
		requestsPerMinute: options.requestsPerMinute ?? 100,
		burst: options.burst ?? 200,
	};
	const limiter = new Limiter(limits, clock);
	const routeLimits = new RouteLimits(limits.shape, clock);
	const slotCache = new SlotCache(options.slotCacheMs ?? 0, clock);
	const faults = new Faults();
	const log = new ExchangeLog();
	const deliveries = new Deliveries(state, options.webhookTimeoutMs ?? 30_000);
	const fill = () => seedState(state, now, options.seed?.bookings ?? 3);
	fill();
	const app = server();
	addRoutes(app, {
		contract: loadContract(),
		state,
		clock,
		announce: (happening) => deliveries.announce(happening),
		limiter,
		routeLimits,
		slotCache,
		faults,
		log,
		retryAfter: options.retryAfter ?? true,
		onExchange: options.onExchange,
	});
	addControlRoutes(app, {
		state,
		clock,
		faults,
		log,
		deliveries,
		reset: () => {
			clock.reset();
			fill();
			limiter.reset();
			routeLimits.reset();
			slotCache.clear();
			faults.clear();
			log.clear();
			deliveries.clear();
		},
	});
	const url = await app.listen({ host: '127.0.0.1', port: options.port ?? 0 });
	const close = async () => {
		faults.clear();
		deliveries.clear();
		await app.close();
	};
	return { url, state, faults, clock, log, deliveries, close };
}

function server(): FastifyInstance {
	const app = fastify({ forceCloseConnections: true, exposeHeadRoutes: false });
	// Bodies arrive as text: what to think of a missing or broken one is the routes' business.
	app.removeAllContentTypeParsers();
	app.addContentTypeParser('*', { parseAs: 'string' }, (_, body, done) => done(null, body));
	return app;
}

function addRoutes(app: FastifyInstance, service: Service): void {
	for (const route of routes) {
		const operation = operationOf(service.contract, route.operationId);
		for (const path of [operation.path, operation.alias]) {
			if (path === undefined) continue;
			app.route({
				method: operation.method,
				url: path.replaceAll(/\{(\w+)\}/g, ':$1'),
				handler: async (request, reply) => {
					const params = paramsOf(request.params);
					await answer(request, reply, { route, operation, params });
				},
			});
		}
	}
	app.setNotFoundHandler((request, reply) => answer(request, reply, undefined));

	async function answer(
		request: Parameters<typeof readIncoming>[0],
		reply: Parameters<typeof serve>[3],
		target: Target | undefined,
	): Promise<void> {
		await serve(service, readIncoming(request), target, reply);
	}
}

function operationOf(contract: Contract, id: string) {
	const operation = contract.operations.find((known) => known.id === id);
	if (!operation) throw new Error(`The contract has no operation ${id}`);
	return operation;
}

function paramsOf(params: unknown): Record<string, string> {
	const entries = isRecord(params) ? Object.entries(params) : [];
	return Object.fromEntries(entries.map(([name, value]) => [name, String(value)]));
}
