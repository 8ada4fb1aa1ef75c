/** Input items about people, each with a mail address of their own. */
export function named(...names: readonly string[]): Array<{ name: string; email: string }> {
	return names.map((name) => ({
		name,
		email: `${name.toLowerCase().replace(' ', '.')}@example.net`,
	}));
}

/** The attendee whom such an item names. */
export const ofItem = {
	attendeeName: '={{ $json.name }}',
	attendeeEmail: '={{ $json.email }}',
};
