import { createHash } from 'node:crypto';

/** A UUID that depends on nothing but its arguments. */
export function uuidOf(kind: string, number: number): string {
	const hex = digest(kind, number).toString('hex');
	const variant = '89ab'.charAt(Number.parseInt(hex.charAt(16), 16) % 4);
	return [
		hex.slice(0, 8),
		hex.slice(8, 12),
		`4${hex.slice(13, 16)}`,
		`${variant}${hex.slice(17, 20)}`,
		hex.slice(20, 32),
	].join('-');
}

/** The attendee-side key of an appointment; depends on nothing but its arguments. */
export function secretOf(kind: string, number: number): string {
	return digest(`${kind} secret`, number).toString('base64url').slice(0, 10);
}

/** Counts what came into being, so that the same requests lead to the same ids. */
export class IdSource {
	private readonly counts = new Map<string, number>();

	number(kind: string): number {
		const next = (this.counts.get(kind) ?? 0) + 1;
		this.counts.set(kind, next);
		return next;
	}

	uuid(kind: string): string {
		return uuidOf(`live ${kind}`, this.number(kind));
	}

	clear(): void {
		this.counts.clear();
	}
}

function digest(kind: string, number: number): Buffer {
	return createHash('sha256').update(`${kind} ${number}`).digest();
}
