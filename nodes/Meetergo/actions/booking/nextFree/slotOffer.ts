import type { MeetingType } from '../../../api/meetingTypes';
import type { Slot } from '../../availability/slots';

/** A meeting type, with one of its hosts where hosts were chosen, and the slots that can be had there. */
export class SlotOffer {
	/** As meetergo told them last; has to be asked for where they are not there. */
	private slots: readonly Slot[] | undefined;

	/** Starts that somebody else has taken, in milliseconds: a slow server may go on listing them. */
	private readonly refused = new Set<number>();

	/** @param ask gets the slots from meetergo, in order of time */
	constructor(
		readonly type: MeetingType,
		readonly hostIds: readonly string[] | undefined,
		private readonly ask: () => Promise<readonly Slot[]>,
	) {}

	/** The earliest slot that was not refused. */
	async first(): Promise<Slot | undefined> {
		this.slots ??= await this.ask();
		return this.slots.find(({ start }) => !this.refused.has(start.toMillis()));
	}

	/** Never gives this slot again. */
	refuse({ start }: Slot): void {
		this.refused.add(start.toMillis());
	}

	/** Asks anew next time. Where nothing was free, bookings of others change nothing. */
	outdate(): void {
		if (this.slots?.length !== 0) this.slots = undefined;
	}
}

export interface ChosenSlot {
	readonly offer: SlotOffer;
	readonly slot: Slot;
}

/** The slot of the first offer that has any, or the earliest of all; among equal ones that of the first offer. */
export async function chooseSlot(
	offers: readonly SlotOffer[],
	chooseBy: 'order' | 'earliest' = 'order',
): Promise<ChosenSlot | undefined> {
	let best: ChosenSlot | undefined;
	for (const offer of offers) {
		const slot = await offer.first();
		if (slot !== undefined && (best === undefined || slot.start < best.slot.start)) {
			best = { offer, slot };
			if (chooseBy === 'order') break;
		}
	}
	return best;
}
