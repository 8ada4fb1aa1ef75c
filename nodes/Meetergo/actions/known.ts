import type { ApiClient, Listing } from '../transport/types';

/**
 * What a list held when the run began, and what the run has added to it: any other record is new. That is how a create whose
 * answer was lost finds what it made, without trusting in two clocks.
 */
export class Known<T> {
	private constructor(
		private readonly listing: Listing<T>,
		private readonly byId: Map<string, T>,
	) {}

	/** Reads the list once per run and acting user. */
	static async in<T>(listing: Listing<T>, api: ApiClient): Promise<Known<T>> {
		return await api.perRun(`known ${listing.path.text}`, async () => {
			const byId = new Map<string, T>();
			for await (const record of api.list(listing)) byId.set(listing.id(record), record);
			return new Known(listing, byId);
		});
	}

	get records(): readonly T[] {
		return [...this.byId.values()];
	}

	add(record: T): void {
		this.byId.set(this.listing.id(record), record);
	}

	/** The first record that is not known yet and is the one that is looked for. */
	async findNew(api: ApiClient, isIt: (record: T) => boolean): Promise<T | undefined> {
		for await (const record of api.list(this.listing)) {
			if (!this.byId.has(this.listing.id(record)) && isIt(record)) return record;
		}
		return undefined;
	}
}
