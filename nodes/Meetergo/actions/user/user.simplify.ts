import type { IDataObject } from 'n8n-workflow';
import { fullNameOf } from '../../api/people';
import type { User } from '../../api/records';

/** A user in ten flat fields. */
export function simplifyUser(user: User): IDataObject {
	return {
		id: user.id,
		email: user.email ?? null,
		fullName: fullNameOf(user),
		givenName: user.givenName ?? null,
		familyName: user.familyName ?? null,
		slug: user.slug ?? null,
		timezone: user.timezone ?? null,
		language: user.language ?? null,
		userType: user.userType ?? null,
		isAdmin: user.isAdmin ?? null,
	};
}
