import type {
	IExecuteFunctions,
	IHookFunctions,
	IHttpRequestOptions,
	ILoadOptionsFunctions,
	IN8nHttpFullResponse,
	IPollFunctions,
	IWebhookFunctions,
} from 'n8n-workflow';
import { realClock } from './clock';
import { addressOf } from './path';
import type { Ask, Fault, Reply, Send } from './types';
import { within } from './within';

/** The n8n contexts that can send requests for us. */
export type Context =
	| IExecuteFunctions
	| ILoadOptionsFunctions
	| IHookFunctions
	| IWebhookFunctions
	| IPollFunctions;

/**
 * Sends through n8n's authenticated helper; nothing else touches it. One call is one attempt of at
 * most `attemptTimeoutMs`, and faults come back as values.
 */
export function createSend(
	context: Context,
	credentialType: string,
	baseUrl: string,
	attemptTimeoutMs = realClock.attemptTimeoutMs,
): Send {
	const attempt: Send = async (ask) => {
		try {
			// The helper changes its options, so each attempt has its own.
			const options = optionsOf(ask, baseUrl, attemptTimeoutMs);
			const { httpRequestWithAuthentication: send } = context.helpers;
			return replyOf(await send.call(context, credentialType, options));
		} catch (error) {
			return faultOf(error);
		}
	};
	// The helper's own timeout begins anew with each piece of a body, so one that trickles in would never end; nor can the
	// helper be stopped, as n8n puts a signal of its own in the place of ours.
	const text = `no whole answer within ${attemptTimeoutMs} ms`;
	return async (ask) =>
		await within<Reply>(attemptTimeoutMs, attempt(ask), () => ({ fault: 'timedOut', text }));
}

function optionsOf(ask: Ask, baseUrl: string, timeout: number): IHttpRequestOptions {
	return {
		method: ask.method,
		url: addressOf(baseUrl, ask.path),
		qs: { ...ask.query },
		arrayFormat: 'repeat',
		headers: {
			accept: 'application/json',
			...(ask.body && { 'content-type': 'application/json' }),
			...(ask.actingUser && { 'x-meetergo-api-user-id': ask.actingUser }),
		},
		// The helper sends no body at all for an empty object, but the API wants `{}`.
		body: ask.body && JSON.stringify(ask.body),
		// Parsing is ours, because the helper passes off broken JSON as text.
		encoding: 'text',
		returnFullResponse: true,
		// The helper sends again after a 401 unless statuses are ours to judge.
		ignoreHttpStatusErrors: true,
		// A redirected POST would become a GET and look like a success.
		disableFollowRedirect: ask.method !== 'GET',
		sendCredentialsOnCrossOriginRedirect: false,
		timeout,
	};
}

function replyOf({ statusCode, headers, body }: IN8nHttpFullResponse): Reply {
	const named = Object.entries(headers).map(([name, value]) => [name.toLowerCase(), String(value)]);
	return { status: statusCode, headers: Object.fromEntries(named), body };
}

/** What the codes of Node.js and of n8n's HTTP client mean. */
const faults: ReadonlyArray<readonly [Fault, RegExp]> = [
	['neverSent', /^(?:ECONNREFUSED|ENOTFOUND|EAI_AGAIN)$/],
	['timedOut', /^(?:ECONNABORTED|ETIMEDOUT)$/],
	['cancelled', /^ERR_CANCELED$/],
	['notMade', /^(?:ERR_INVALID_URL|ERR_BAD_REQUEST)$/],
	// Certificates that are not trusted, or no encryption where it was asked for.
	['notMade', /^(?:EPROTO|ERR_SSL_|ERR_TLS_|CERT_|SELF_SIGNED_|DEPTH_ZERO_|UNABLE_TO_)/],
];

/** An error without any code comes from this side of the wire, such as a credential that refuses to sign. */
function faultOf(error: unknown): Reply {
	const causes = rootCauseFirst(error);
	const codes = causes.flatMap(({ code, httpCode }) => [code, httpCode]).filter(isText);
	const known = faults.find(([, pattern]) => codes.some((code) => pattern.test(code)));
	const text = causes.map(({ message }) => message).find(isText) ?? 'unknown';
	return { fault: known?.[0] ?? (codes.length > 0 ? 'cutOff' : 'notMade'), text };
}

interface ErrorLike {
	readonly code?: unknown;
	readonly httpCode?: unknown;
	readonly message?: unknown;
	readonly cause?: unknown;
}

function rootCauseFirst(error: unknown, depth = 0): ErrorLike[] {
	if (!isErrorLike(error) || depth > 5) return [];
	return [...rootCauseFirst(error.cause, depth + 1), error];
}

function isErrorLike(value: unknown): value is ErrorLike {
	return typeof value === 'object' && value !== null;
}

function isText(value: unknown): value is string {
	return typeof value === 'string' && value !== '';
}
