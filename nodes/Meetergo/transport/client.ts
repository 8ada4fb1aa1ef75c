import { failureOf } from './failures';
import { once } from './once';
import { pages } from './pages';
import { request, type RequestPorts } from './request';
import type { ApiClient, Ask, Failure, Listing, Page, Voice } from './types';

export interface ClientPorts extends RequestPorts {
	/** User to act as (platform keys only). */
	readonly actingUser?: string;
	/** Whoever is acted as in the end, where the credential names somebody. */
	readonly inNameOf?: string;
	/** What the run has loaded already, shared by all its clients. */
	readonly memo: Map<string, Promise<unknown>>;
	readonly voice: Voice;
}

/** The API as operations see it. */
export function createClient(ports: ClientPorts): ApiClient {
	const { actingUser, inNameOf = actingUser ?? '', memo, voice } = ports;
	const { fail, hint } = voice;

	/** The type of an answer is what the contract of the API says; nothing checks it here. */
	async function answerTo<T>(ask: Ask): Promise<T> {
		const outcome = await request({ ...ask, actingUser }, 'repeatable', ports);
		return 'failure' in outcome ? fail(outcome.failure) : (outcome.answer as T);
	}

	async function page<T>(
		listing: Listing<T>,
		query: Ask['query'],
		keys: PageKeys,
	): Promise<Page<T>> {
		const { path } = listing;
		const answer = await answerTo({ method: 'GET', path, query: { ...query, ...keys } });
		return listing.read(answer, keys) ?? fail(noList(listing));
	}

	const client: ApiClient = {
		fail,
		hint,

		get: async (path, query) => await answerTo({ method: 'GET', path, query }),

		async find<T>(path: Ask['path'], query: Ask['query']) {
			const ask: Ask = { method: 'GET', path, query, actingUser, mayBeEmpty: true };
			const outcome = await request(ask, 'repeatable', ports);
			if ('answer' in outcome) return outcome.answer as T | undefined;
			return outcome.failure.code === 'notFound' ? undefined : fail(outcome.failure);
		},

		list: (listing, query, limit) =>
			pages(
				listing,
				async (keys) => await page(listing, query, keys),
				limit,
				() => (ports.notes.cutLists += 1),
			),

		change: async (method, path, sent) => await answerTo({ method, path, ...sent }),

		async once(path, body, proof, method = 'POST') {
			const outcome = await once({ method, path, body, actingUser }, proof, client, ports);
			return 'failure' in outcome ? fail(outcome.failure) : outcome;
		},

		async perRun<T>(key: string, load: () => Promise<T>) {
			const name = `${inNameOf}\n${key}`;
			const known = memo.get(name);
			if (known) return await (known as Promise<T>);
			const loading = load();
			memo.set(name, loading);
			loading.catch(() => memo.delete(name));
			return await loading;
		},
	};
	return client;
}

type PageKeys = NonNullable<Ask['query']>;

function noList<T>({ path }: Listing<T>): Failure {
	return failureOf('unreadableAnswer', { detail: `Expected a list from ${path.text}.` });
}
