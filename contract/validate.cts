import type { ErrorObject } from 'ajv/dist/2020';

import { isRecord } from './json.cts';
import { loadContract, type Contract, type Route } from './load.cts';
import type { Operation } from './operations.cts';
import { typed } from './texts.cts';

export { loadContract, type Contract };

/** One request and its answer, as seen from the server. */
export interface Exchange {
	readonly method: string;
	/** Without the query, still encoded. */
	readonly path: string;
	readonly query: Readonly<Record<string, string | readonly string[]>>;
	/** Names in lower case. */
	readonly headers: Readonly<Record<string, string>>;
	/** `undefined` when there was none. */
	readonly requestBody: unknown;
	/** 0 when the connection was cut without an answer. */
	readonly status: number;
	/** `undefined` when it was empty. */
	readonly responseBody: unknown;
	/** The answer was spoilt on purpose and says nothing about the API. */
	readonly faulted: boolean;
}

/**
 * Where a request or its answer departs from the contract, one sentence each.
 * Properties that a request sends without the contract naming them count; in answers they do not,
 * since the API's objects are open. Of a faulted exchange only the request is looked at.
 */
export function deviationsOf(exchange: Exchange): string[] {
	const contract = loadContract();
	const route = contract.route(exchange.method, exchange.path);
	const name = `${exchange.method} ${exchange.path}`;
	if (!route) {
		const known = contract.methods(exchange.path);
		return [known.length ? `${name}: only ${known.join(', ')} here` : `${name}: unknown address`];
	}
	return [
		...credentialDeviations(exchange, route.operation),
		...parameterDeviations(contract, exchange, route),
		...bodyDeviations(contract, exchange, route.operation),
		...(exchange.faulted ? [] : answerDeviations(contract, exchange, route.operation)),
	].map((text) => `${name}: ${text}`);
}

function credentialDeviations({ headers }: Exchange, operation: Operation): string[] {
	const token = /^Bearer (.+)$/.exec(headers.authorization ?? '')?.[1];
	const actsAs = headers['x-meetergo-api-user-id'];
	if (!token) return ['no bearer credential'];
	if (token.startsWith('rgo-')) {
		return [
			...(operation.credentials.personalAccessToken ? [] : ['closed to personal access tokens']),
			...(actsAs === undefined ? [] : ['a personal access token must not name an acting user']),
		];
	}
	if (!operation.credentials.platformApiKey) return ['closed to platform keys'];
	const missing = operation.actingUser === 'required' && !actsAs;
	return missing ? ['a platform key has to name the acting user'] : [];
}

function parameterDeviations(contract: Contract, exchange: Exchange, route: Route): string[] {
	const { schemas } = contract;
	const found: string[] = [];
	const given = {
		path: route.params,
		query: exchange.query,
		header: exchange.headers,
	};
	for (const { name, place, required, schema } of route.operation.parameters) {
		const raw = given[place][name];
		if (raw === undefined) {
			if (required) found.push(`${place} ${name} is missing`);
			continue;
		}
		const errors = schemas.errors(schema, typed(schemas, schema.node, raw));
		found.push(...describe(errors, `${place} ${name}`));
	}
	const known = new Set(route.operation.parameters.map(({ name }) => name));
	const unknown = Object.keys(exchange.query).filter((name) => !known.has(name));
	return [...found, ...unknown.map((name) => `query ${name} is not documented`)];
}

function bodyDeviations({ schemas }: Contract, exchange: Exchange, operation: Operation): string[] {
	const body = exchange.requestBody;
	if (!operation.body) return saysNothing(exchange) ? [] : ['takes no body'];
	if (body === undefined) return ['body is missing'];
	return [
		...describe(schemas.errors(operation.body, body), 'body'),
		...schemas.unnamed(operation.body, body).map((path) => `body ${path} is not documented`),
	];
}

/** Clients that always send JSON send an empty object where an operation takes nothing. */
function saysNothing({ method, requestBody }: Exchange): boolean {
	if (requestBody === undefined) return true;
	return method !== 'GET' && isRecord(requestBody) && Object.keys(requestBody).length === 0;
}

function answerDeviations({ schemas }: Contract, exchange: Exchange, operation: Operation) {
	const { status, responseBody } = exchange;
	if (!operation.answers.has(status)) return [`answer ${status} is not documented`];
	const schema = operation.answers.get(status);
	if (!schema) return [];
	// An empty body is how the API's framework writes null.
	return describe(schemas.errors(schema, responseBody ?? null), `answer ${status}`);
}

function describe(errors: readonly ErrorObject[], what: string): string[] {
	return errors.map((error) => `${what}${error.instancePath} ${error.message ?? error.keyword}`);
}
