import type { IDataObject } from 'n8n-workflow';
import { offsets } from '../transport/paginate';
import { v4 } from '../transport/path';

/* Users of the company, and how their list is paged. */

export interface User extends IDataObject {
	readonly id: string;
	readonly email?: string;
	readonly givenName?: string;
	readonly familyName?: string;
	readonly fullName?: string;
	readonly slug?: string;
	readonly timezone?: string;
	readonly language?: string;
	readonly userType?: string;
	readonly isAdmin?: boolean;
	readonly companyId?: string;
	readonly defaultAvailabilityId?: string | null;
	readonly phone?: string | null;
	readonly createdAt?: string;
}

/** What a new user comes with. */
export interface CreateUserResponse extends IDataObject {
	readonly userId: string;
	readonly availabilityId?: string;
	readonly meetingTypeId?: string;
	/** Public address of the first meeting type. */
	readonly bookingUrl?: string;
	readonly companyId?: string;
}

/** Users of the company; needs an admin. */
export const users = offsets<User>({
	path: v4`/user`,
	key: 'users',
	id: ({ id }) => id,
	largestPage: 100,
});
