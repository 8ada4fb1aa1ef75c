import { isRecord, list, record, type Json } from '../../../contract/json.cts';
import { deviationsOf, type Exchange } from '../../../contract/validate.cts';
import type { Company } from '../../../sandbox/records/people.cts';
import { credentials, ids } from '../../../sandbox/seed.cts';
import { startSandbox, type Sandbox, type SandboxOptions } from '../../../sandbox/server.cts';

export interface Visit {
	readonly token?: string | null;
	readonly actAs?: string;
	readonly query?: Readonly<
		Record<string, string | number | boolean | ReadonlyArray<string | number>>
	>;
	readonly body?: unknown;
	readonly headers?: Readonly<Record<string, string>>;
}

export interface Reply {
	readonly status: number;
	readonly headers: Headers;
	readonly text: string;
	/** The parsed body; undefined when empty or no JSON. */
	readonly body: unknown;
}

/** A sandbox with a stopped clock, and somebody who knocks at it over HTTP. */
export interface Visitor {
	readonly sandbox: Sandbox;
	readonly exchanges: Exchange[];
	ask(method: string, path: string, visit?: Visit): Promise<Reply>;
	/** Starts offered, as sorted instants; blocked and full ones left out. */
	slots(query: Visit['query']): Promise<string[]>;
	book(body: Json, visit?: Visit): Promise<Reply>;
}

export async function visit(options: SandboxOptions = {}): Promise<Visitor> {
	const exchanges: Exchange[] = [];
	const sandbox = await startSandbox({
		speed: 0,
		limiter: 'off',
		...options,
		onExchange: (exchange) => {
			exchanges.push(exchange);
			options.onExchange?.(exchange);
		},
	});
	const ask = (method: string, path: string, how: Visit = {}) =>
		request(`${sandbox.url}${path}`, method, how);
	return {
		sandbox,
		exchanges,
		ask,
		slots: async (query) =>
			startsIn((await ask('GET', '/v4/booking-availability', { query })).body),
		book: (body, how = {}) => ask('POST', '/v4/booking', { ...how, body: bookingOf(body) }),
	};
}

/** Where answers departed from the contract. What was asked may depart from it on purpose. */
export function strayAnswers({ exchanges }: Visitor): string[] {
	return exchanges.flatMap(deviationsOf).filter((text) => / answer \d/.test(text));
}

/** Sets how much the plan of Lena's company allows. */
export function allow({ sandbox }: Visitor, allowance: Company['allowance']): void {
	const { companies } = sandbox.state;
	const company = companies.get(ids.company);
	if (company) companies.set(ids.company, { ...company, allowance });
}

/** A complete booking of Lena's first free start; what is given replaces or adds. */
export function bookingOf(own: Json): Json {
	return {
		meetingTypeId: ids.meetingTypes.oneToOne,
		start: '2026-03-02T12:00:00.000Z',
		hostIds: [ids.users.lena],
		attendee: attendeeOf({}),
		...own,
	};
}

export function attendeeOf(own: Json): Json {
	return {
		email: 'dana.haddad@example.net',
		fullname: 'Dana Haddad',
		receiveReminders: true,
		notes: {},
		...own,
	};
}

/** Starts offered by an answer, as sorted instants. */
export function startsIn(body: unknown): string[] {
	const starts = spotsIn(body)
		.filter(({ unavailabilityEvents }) => list(unavailabilityEvents).length === 0)
		.filter(({ appointment }) => {
			const { takenSpots, totalSpots } = record(appointment);
			return takenSpots === undefined || Number(takenSpots) < Number(totalSpots);
		})
		.map(({ startTime }) => new Date(String(startTime)).toISOString());
	return [...new Set(starts)].sort();
}

export function spotsIn(body: unknown): Json[] {
	return list(record(body).dates)
		.flatMap((date) => list(record(date).spots))
		.filter(isRecord);
}

async function request(address: string, method: string, how: Visit): Promise<Reply> {
	const url = new URL(address);
	for (const [name, value] of Object.entries(how.query ?? {})) {
		for (const item of [value].flat()) url.searchParams.append(name, String(item));
	}
	const token = how.token === undefined ? credentials.adminToken : how.token;
	const answer = await fetch(url, {
		method,
		headers: {
			...(token ? { authorization: `Bearer ${token}` } : {}),
			...(how.actAs ? { 'x-meetergo-api-user-id': how.actAs } : {}),
			...(how.body === undefined ? {} : { 'content-type': 'application/json' }),
			...how.headers,
		},
		body: how.body === undefined ? undefined : JSON.stringify(how.body),
	});
	const text = await answer.text();
	return { status: answer.status, headers: answer.headers, text, body: parse(text) };
}

function parse(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}
