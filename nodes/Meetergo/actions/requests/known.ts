import { failureOf } from '../../transport/failures';
import type { ApiClient, Listing } from '../../transport/types';
import { attempt } from './attempt';
import { Turns } from './turns';

const WHOSE = 'A new record looks like this one, but may be that of another item.';

/**
 * What a list held when the run began, and what the run has added to it: any other record is new. That is how a create whose
 * answer was lost finds what it made, without trusting in two clocks.
 */
export class Known<T> {
	private readonly byId = new Map<string, T>();

	/** A record may be there that is not in here. */
	private isOutOfDate = true;

	/** A create of this run may still take effect. */
	private isInDoubt = false;

	private draft: Set<Partial<T>> | undefined;

	/** Creates that run at once could take each other's records for their own, and reads could make known what is not. */
	private readonly turns = new Turns();

	private constructor(private readonly listing: Listing<T>) {}

	/** Reads the list once per run and acting user, and again after a create that ended in doubt. */
	static async in<T>(listing: Listing<T>, api: ApiClient): Promise<Known<T>> {
		const key = `known ${listing.path.text}`;
		const known = await api.perRun(key, () => Promise.resolve(new Known(listing)));
		if (known.isOutOfDate) await known.turns.take('', async () => await known.read(api));
		return known;
	}

	get records(): readonly T[] {
		return [...this.byId.values()];
	}

	/** The records as the previews of this run would leave them; a new one has no id. */
	get expected(): Set<Partial<T>> {
		return (this.draft ??= new Set(this.records));
	}

	add(record: T): void {
		this.byId.set(this.listing.id(record), record);
	}

	/** Keeps what a preview says would become of a record, for the previews of later items. */
	expect(before: Partial<T> | undefined, after: Partial<T>): void {
		if (before !== undefined) this.expected.delete(before);
		this.expected.add(after);
	}

	/** Makes a record, or fails as that does. Only one is made at a time, whatever runs at once. */
	async making<R>(make: () => Promise<R>, api: ApiClient): Promise<R> {
		return await this.turns.take('', async () => await this.makingAlone(make, api));
	}

	private async makingAlone<R>(make: () => Promise<R>, api: ApiClient): Promise<R> {
		const made = await attempt(make);
		if ('value' in made) return made.value;
		if (made.failure.mayHaveHappened) this.isOutOfDate = this.isInDoubt = true;
		return api.fail(made.failure);
	}

	/**
	 * The record that is not known yet and is what was made. With several of them nobody can tell which, nor while another
	 * create of this run may still take effect: then the look-up fails.
	 */
	async findNew(api: ApiClient, isIt: (record: T) => boolean): Promise<T | undefined> {
		const found: T[] = [];
		for await (const record of api.list(this.listing)) {
			if (!this.byId.has(this.listing.id(record)) && isIt(record)) found.push(record);
		}
		const isCertain = found.length < (this.isInDoubt ? 1 : 2);
		return isCertain ? found[0] : api.fail(failureOf('conflict', { advice: WHOSE }));
	}

	private async read(api: ApiClient): Promise<void> {
		// Another item may have read it while this one waited.
		if (!this.isOutOfDate) return;
		for await (const record of api.list(this.listing)) this.add(record);
		this.isOutOfDate = false;
	}
}
