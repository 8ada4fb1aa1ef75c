/** The ways in which the API's records name a person: users and hosts one way, attendees another. */
interface Named {
	readonly fullName?: string | null;
	readonly givenName?: string | null;
	readonly familyName?: string | null;
	readonly fullname?: string | null;
	readonly firstname?: string | null;
	readonly lastname?: string | null;
}

/** A person's full name, `null` where the record holds none. */
export function fullNameOf(person: Named | undefined): string | null {
	if (person === undefined) return null;
	const whole = person.fullName ?? person.fullname;
	const parts = [person.givenName ?? person.firstname, person.familyName ?? person.lastname];
	return whole || parts.filter(Boolean).join(' ') || null;
}

/** A person's first and last name. Of a name that is known as a whole only, the last word is the last name. */
export function nameParts(person: Named | undefined): {
	readonly first: string | null;
	readonly last: string | null;
} {
	const first = (person?.givenName ?? person?.firstname)?.trim() || null;
	const last = (person?.familyName ?? person?.lastname)?.trim() || null;
	if (first !== null || last !== null) return { first, last };
	const words = fullNameOf(person)?.trim().split(/\s+/) ?? [];
	return { first: words.slice(0, -1).join(' ') || null, last: words.at(-1) || null };
}
