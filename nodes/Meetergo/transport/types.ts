import type { IDataObject } from 'n8n-workflow';
import type { Path } from './path';

export type Method = 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE';

export type { Path };

/** What one call asks for; the same however often it is attempted. */
export interface Ask {
	readonly method: Method;
	readonly path: Path;
	/** Arrays repeat their key; `undefined` is left out. */
	readonly query?: IDataObject;
	/** Sent as JSON text, `{}` included. */
	readonly body?: IDataObject;
	/** User to act as (platform keys only), sent as `x-meetergo-api-user-id`. */
	readonly actingUser?: string;
	/** A read may find nothing: an answer without content is then an answer, not a fault. */
	readonly mayBeEmpty?: boolean;
}

/** How an attempt can end without an HTTP status. */
export type Fault =
	/** Not even tried, because something on this side is wrong; trying again cannot help. */
	| 'notMade'
	/** Refused or not found before anything was sent: the server cannot have acted. */
	| 'neverSent'
	/** The connection broke after something was sent. */
	| 'cutOff'
	/** No complete answer within the attempt's time. */
	| 'timedOut'
	/** The execution was cancelled. */
	| 'cancelled';

/** What one attempt brought back. A network fault is a value, never an exception. */
export type Reply =
	| {
			readonly status: number;
			/** Names in lower case. */
			readonly headers: Readonly<Record<string, string>>;
			readonly body: unknown;
	  }
	| { readonly fault: Fault; readonly text: string };

/** Makes one attempt. */
export type Send = (ask: Ask) => Promise<Reply>;

/** Time and chance, handed in so that tests need not wait. All times in milliseconds. */
export interface Clock {
	now(): number;
	/** Resolves after `ms`, or as soon as the signal is aborted. */
	sleep(ms: number, signal?: AbortSignal): Promise<void>;
	/** From 0 up to, not including, 1. */
	random(): number;
	/** How long an attempt may stay without an answer, where nobody says otherwise. */
	readonly attemptTimeoutMs: number;
}

/** Published in the README: workflows branch on these values. */
export type FailureCode =
	| 'invalidInput'
	| 'credentialRejected'
	| 'permissionDenied'
	| 'planLimitReached'
	| 'notFound'
	| 'limitReached'
	| 'slotOccupied'
	| 'noSlotLeft'
	| 'conflict'
	| 'requestRefused'
	| 'rateLimited'
	| 'serverError'
	| 'unreachable'
	| 'connectionLost'
	| 'timedOut'
	| 'unreadableAnswer'
	| 'cancelled'
	| 'unexpected';

/** Why a call did not succeed, in words for the person who has to mend it. Holds no secret. */
export interface Failure {
	readonly code: FailureCode;
	/** What happened, one sentence. */
	readonly message: string;
	/** What to do about it, with the server's own text where it helps. */
	readonly description: string;
	/** HTTP status, where there was one. */
	readonly httpCode?: number;
	/** The properties the server objected to, by their names on the wire. */
	readonly fields: ReadonlyArray<{ readonly field: string; readonly message: string }>;
	/** The display name of the field to mend, once it is known. */
	readonly parameter?: string;
	/** True when the server may have acted although no success was seen. */
	readonly mayHaveHappened: boolean;
	/** Time spent waiting between attempts. */
	readonly waitedMs: number;
	/** The exception behind an `unexpected` failure. */
	readonly cause?: Error;
}

export type Outcome = { readonly answer: unknown } | { readonly failure: Failure };

/** One page of a list; without `next` it is the last. */
export interface Page<T> {
	readonly records: readonly T[];
	/** The query keys that ask for the following page. */
	readonly next?: IDataObject;
	/** How many records the whole list holds, as this page tells it. */
	readonly total?: number;
}

/** How one list of the API is paged. Built by the conventions in `paginate.ts`. */
export interface Listing<T> {
	readonly path: Path;
	/** The query keys of the first page, for pages of `pageSize` records. */
	first(pageSize: number): IDataObject;
	/** The most records one page may hold; absent for lists that come whole. */
	readonly largestPage?: number;
	/** Takes a page out of an answer, if it holds one; `sent` are the query keys that asked for it. */
	read(answer: unknown, sent: IDataObject): Page<T> | undefined;
	id(record: T): string;
}

/**
 * How a create or an act is kept to one effect when its answer is lost.
 * Nothing that changes the world more than once can be written without one.
 */
export type Once<T> = {
	/** Takes what was made or changed out of an answer, if it holds it: every write may answer without a body. */
	read(answer: unknown): T | undefined;
	/** Tells a person how to find out, for when nothing else can. */
	readonly howToCheck: string;
} & (
	| {
			readonly proof: 'lookUp';
			/** Whether `find` sees every place where the effect could be. Otherwise "not found" proves nothing. */
			readonly complete: boolean;
			/** Looks for the effect of a request that was last sent at `since` (ms). */
			find(api: ApiClient, since: number): Promise<T | undefined>;
	  }
	/** The effect leaves no trace to look for (a mail, a one-time link). */
	| { readonly proof: 'none' }
);

/** How an operation speaks to the person who runs the workflow. */
export interface Voice {
	/** Ends the item with a failure, by throwing its n8n error. */
	fail(this: void, failure: Failure): never;
	/** Leaves a hint beside the output; the item goes on. */
	hint(this: void, text: string): void;
}

/**
 * The API as operations see it: no status codes, headers, pages or waiting.
 * What may be repeated follows from the verb, never from a flag.
 * Every method throws the n8n error of the `Failure` it met.
 */
export interface ApiClient extends Voice {
	get<T>(path: Path, query?: IDataObject): Promise<T>;
	/** Reads what need not exist: `undefined` when it is not found or the answer is empty. */
	find<T>(path: Path, query?: IDataObject): Promise<T | undefined>;
	/** Streams a list, holding one page in memory. `limit` ends it early and bounds the page size. */
	list<T>(listing: Listing<T>, query?: IDataObject, limit?: number): AsyncIterable<T>;
	/**
	 * Sets absolute values or deletes, so it may be repeated; the API does so with a POST where many records are meant. An
	 * empty answer comes back as `undefined`.
	 */
	change<T>(
		method: 'PATCH' | 'PUT' | 'DELETE' | 'POST',
		path: Path,
		sent?: { readonly body?: IDataObject; readonly query?: IDataObject },
	): Promise<T | undefined>;
	/** Makes something new, or acts on something. */
	once<T>(
		path: Path,
		body: IDataObject,
		once: Once<T>,
		method?: 'POST' | 'PATCH',
	): Promise<{ readonly record: T; readonly recovered: boolean }>;
	/** Loads a value once per run and acting user, however many items ask for it. */
	perRun<T>(key: string, load: () => Promise<T>): Promise<T>;
}
