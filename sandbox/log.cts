import { createHash } from 'node:crypto';

export interface LogEntry {
	readonly method: string;
	readonly path: string;
	readonly status: number;
	/** A hash; empty without a credential. */
	readonly credential: string;
	/** Milliseconds of the sandbox's clock. */
	readonly at: number;
}

const KEPT = 1000;

/** The last exchanges, and when the limiter let requests pass. */
export class ExchangeLog {
	private entries: LogEntry[] = [];

	/** Milliseconds of the sandbox's clock, one for each request that was not refused by the limiter. */
	private accepted: number[] = [];

	private refused = 0;

	count(accepted: boolean, at: number): void {
		if (accepted) this.accepted.push(at);
		else this.refused += 1;
	}

	add(entry: LogEntry): void {
		this.entries.push(entry);
		if (this.entries.length > 2 * KEPT) this.entries = this.entries.slice(-KEPT);
	}

	read(): {
		readonly exchanges: readonly LogEntry[];
		readonly accepted: readonly number[];
		readonly refused: number;
	} {
		return {
			exchanges: this.entries.slice(-KEPT),
			accepted: [...this.accepted],
			refused: this.refused,
		};
	}

	clear(): void {
		this.entries = [];
		this.accepted = [];
		this.refused = 0;
	}
}

/** Tells credentials apart without showing them. */
export function hashOf(credential: string | undefined): string {
	if (!credential) return '';
	return createHash('sha256').update(credential).digest('hex').slice(0, 12);
}
