import { email, requiredText, text } from '../../fields/basic';
import { type Field, propertiesOf, readFields } from '../../fields/field';

const parts = {
	name: requiredText({
		displayName: 'Attendee Name',
		name: 'attendeeName',
		placeholder: 'e.g. Tomas Berg',
		description: 'Full name of the person to meet',
	}),
	email: email({
		displayName: 'Attendee Email',
		name: 'attendeeEmail',
		placeholder: 'e.g. ada@example.com',
		description: 'May be empty for bookings by phone alone',
	}),
	phone: text({
		displayName: 'Attendee Phone',
		name: 'attendeePhone',
		placeholder: 'e.g. +47 22 12 34 56',
		description: 'Needed for phone meetings, or without a mail address',
	}),
};

/** The person a meeting is booked for: a name, and at least one way to reach them. */
export interface Attendee {
	readonly name: string;
	readonly email: string | undefined;
	readonly phone: string | undefined;
}

export const attendee: Field<Attendee> = {
	properties: propertiesOf(parts),
	read(form) {
		const person = readFields(parts, form);
		return person.email === undefined && person.phone === undefined
			? form.refuse(
					'Attendee Email',
					'give a mail address, or Attendee Phone for a booking by phone',
				)
			: person;
	},
};
