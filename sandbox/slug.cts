/** Letters that do not fall apart into a plain one and an accent. */
const PLAIN: Readonly<Record<string, string>> = {
	ß: 'ss',
	æ: 'ae',
	œ: 'oe',
	ø: 'o',
	đ: 'd',
	ł: 'l',
	ı: 'i',
};

/** A text as part of an address: lower case, no accents, dashes for all the rest. May be empty. */
export function slugOf(text: string): string {
	return text
		.toLowerCase()
		.replace(/[ßæœøđłı]/g, (letter) => PLAIN[letter] ?? letter)
		.normalize('NFKD')
		.replace(/\p{M}/gu, '')
		.replace(/[^a-z0-9]+/g, '-')
		.replace(/^-|-$/g, '');
}

/** The slug itself, or the first of `slug-2`, `slug-3` and so on that is not taken. */
export function freeSlug(slug: string, isTaken: (slug: string) => boolean): string {
	let candidate = slug;
	for (let number = 2; isTaken(candidate); number += 1) candidate = `${slug}-${number}`;
	return candidate;
}
