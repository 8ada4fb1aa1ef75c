import type { ICredentialDataDecryptedObject } from 'n8n-workflow';
import { createClient } from './client';
import { realClock } from './clock';
import { failureOf } from './failures';
import { type Lane, limiterFor, limiterKey, type Rates } from './limiter';
import { Notes } from './notes';
import type { ApiClient, Failure, Voice } from './types';
import { createSend, type Context } from './wire';

export interface ClientOptions {
	/** User to act as (platform keys only); without one, the credential's default user. */
	readonly actingUser?: string;
	/** Bounds the waits after refusals and faults of one request. */
	readonly maxWaitMs: number;
	/** Ends an attempt that stays without an answer; that of the clock if not set. */
	readonly attemptTimeoutMs?: number;
	/** Who overtakes whom in the queue for the rate limit; `background` if not set. */
	readonly lane?: Lane;
}

/** What all items of one run share. */
export interface Connection {
	client(options: ClientOptions): ApiClient;
	/** What the run has cost so far. */
	readonly notes: Readonly<Notes>;
	/** Whether the credential names a user to act as. */
	readonly hasDefaultUser: boolean;
	/** Where the API is. */
	readonly baseUrl: string;
}

/**
 * Connects one run with meetergo as its credential says.
 * @param voice how failures and hints reach the user
 */
export async function connect(
	context: Context,
	credentialType: string,
	voice: Voice,
): Promise<Connection> {
	const credential = await context.getCredentials(credentialType);
	const settings = readSettings(credential);
	if ('failure' in settings) return voice.fail(settings.failure);

	const { baseUrl, secret, rates } = settings;
	const limiter = limiterFor(limiterKey(baseUrl, secret), rates, realClock);
	const signal =
		'getExecutionCancelSignal' in context ? context.getExecutionCancelSignal() : undefined;
	const notes = new Notes(realClock);
	const defaultUser = textOf(credential.actingUserId).toLowerCase();
	const shared = { limiter, clock: realClock, signal, notes, memo: new Map(), voice };

	return {
		client: ({ actingUser, attemptTimeoutMs, lane = 'background', maxWaitMs }) =>
			createClient({
				...shared,
				lane,
				maxWaitMs,
				send: createSend(context, credentialType, baseUrl, attemptTimeoutMs),
				actingUser,
				inNameOf: actingUser ?? defaultUser,
			}),
		notes,
		hasDefaultUser: defaultUser !== '',
		baseUrl,
	};
}

interface Settings {
	readonly baseUrl: string;
	readonly secret: string;
	readonly rates: Rates;
}

const rateFields: ReadonlyArray<readonly [keyof Rates, displayName: string, byDefault: number]> = [
	['requestsPerMinute', 'Requests per Minute', 100],
	['burst', 'Burst', 200],
	['processes', 'Processes Sharing This Key', 1],
];

function readSettings(credential: ICredentialDataDecryptedObject): Settings | { failure: Failure } {
	const baseUrl = textOf(credential.baseUrl) || 'https://api.meetergo.com/v4';
	if (!/^https?:\/\/[^\s/]+/i.test(baseUrl)) {
		return invalid('Base URL', 'is not an address that begins with https://');
	}
	const rates = { requestsPerMinute: 0, burst: 0, processes: 0 };
	for (const [name, displayName, byDefault] of rateFields) {
		const rate = Number(credential[name] ?? byDefault);
		if (!(Number.isFinite(rate) && rate >= 1)) {
			return invalid(displayName, 'is not a number of at least 1');
		}
		rates[name] = rate;
	}
	return { baseUrl, secret: textOf(credential.accessToken) || textOf(credential.apiKey), rates };
}

function invalid(parameter: string, reason: string): { failure: Failure } {
	return {
		failure: failureOf('invalidInput', {
			message: `${parameter} ${reason}`,
			advice: 'Correct it in the meetergo credential.',
			parameter,
		}),
	};
}

function textOf(value: unknown): string {
	return typeof value === 'string' ? value.trim() : '';
}
