import type { IDataObject } from 'n8n-workflow';
import { isObject } from '../../transport/isObject';
import { pathIn } from './address';

/** A webhook that this node has made in meetergo, as its static data keeps it. */
export interface Place {
	readonly id: string;
	/** What deliveries have to bring along, for the address is no secret: it is part of exported workflows. */
	readonly key: string;
}

/** The webhooks of this node by address, so that test and production never meet. */
export class Places {
	constructor(private readonly staticData: IDataObject) {}

	at(address: string): Place | undefined {
		return this.all().get(address);
	}

	/** Where this node is, or was, registered for what arrives at the path of an address: n8n may have moved to another host. */
	sharing(address: string): string[] {
		return [...this.all().keys()].filter((known) => pathIn(known) === pathIn(address));
	}

	/** By address, without the key. */
	all(): ReadonlyMap<string, Place> {
		const { webhooks } = this.staticData;
		const entries = Object.entries(isObject(webhooks) ? webhooks : {});
		return new Map(
			entries.flatMap(([address, place]) => (isPlace(place) ? [[address, place]] : [])),
		);
	}

	keep(address: string, place: Place): void {
		this.store(new Map([...this.all(), [address, place]]));
	}

	forget(address: string): void {
		this.store(new Map([...this.all()].filter(([known]) => known !== address)));
	}

	/** n8n notices only what is assigned to the static data itself. */
	private store(places: ReadonlyMap<string, Place>): void {
		this.staticData.webhooks = Object.fromEntries(
			[...places].map(([address, place]) => [address, { ...place }]),
		);
	}
}

function isPlace(value: unknown): value is Place & IDataObject {
	return isObject(value) && typeof value.id === 'string' && typeof value.key === 'string';
}
