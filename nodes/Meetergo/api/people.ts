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
