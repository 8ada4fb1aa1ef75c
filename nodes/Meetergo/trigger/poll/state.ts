import type { IDataObject } from 'n8n-workflow';
import { isObject } from '../../transport/isObject';
import { pack, type Packed, type Seen, unpack } from './seen';

/** Where a look at all lists was broken off: times of lists are ISO 8601. */
export interface Cut {
	/** Whose list; '' is the acting user. */
	readonly host: string;
	/** Bookings of that list that start earlier were read. */
	readonly from: string;
}

/** What a poll leaves for the next one. Never changed in place. */
export interface PollState {
	/** What the form said; with other settings the trigger begins to look anew. */
	readonly settings: string;
	/** ms; when it began to look with these settings. */
	readonly since: number;
	/** ms; when the last look at everything began. Absent until there was one. */
	readonly completeAt?: number;
	/** By booking id. */
	readonly seen: ReadonlyMap<string, Seen>;
	readonly cut?: Cut;
}

/** The state that static data keeps, if any. */
export function loadState({ poll }: IDataObject): PollState | undefined {
	if (!isObject(poll) || !isObject(poll.seen)) return undefined;
	const { settings, since, completeAt, seen, cut } = poll;
	const entries = Object.entries(seen) as Array<[string, unknown]>;
	return {
		settings: String(settings),
		since: Number(since),
		...(typeof completeAt === 'number' && { completeAt }),
		seen: new Map(
			entries.flatMap(([id, packed]) => (isPacked(packed) ? [[id, unpack(packed)]] : [])),
		),
		...(isObject(cut) && { cut: { host: String(cut.host), from: String(cut.from) } }),
	};
}

/** Keeps a state in one assignment, so that half a state is never stored. */
export function storeState(staticData: IDataObject, state: PollState): void {
	const seen = Object.fromEntries([...state.seen].map(([id, one]) => [id, pack(one)]));
	staticData.poll = { ...state, seen } as unknown as IDataObject;
}

function isPacked(value: unknown): value is Packed {
	return Array.isArray(value) && value.slice(0, 3).every((part) => typeof part === 'number');
}
