/* Ways to reach a person are written in more than one way. */

/** Whether two mail addresses are one: nobody tells them apart by capital letters. */
export function isSameEmail(one: unknown, other: unknown): boolean {
	return isSame(one, other, (text) => text.toLowerCase());
}

/** Whether two phone numbers have the same digits. */
export function isSamePhone(one: unknown, other: unknown): boolean {
	return isSame(one, other, (text) => text.replace(/\D/g, ''));
}

function isSame(one: unknown, other: unknown, essence: (text: string) => string): boolean {
	return typeof one === 'string' && typeof other === 'string' && essence(one) === essence(other);
}
