import { fullNameOf } from '../../api/people';
import type { User } from '../../api/users';
import { column, type Columns } from '../output/columns';
import { zonedTime } from '../output/zonedTime';
import type { MadeUser } from './makeUser';

export const userColumns: Columns<User> = {
	id: column('ID of the user', ({ id }) => id),
	email: column('Mail address', ({ email }) => email),
	fullName: column('Given and family name', fullNameOf),
	givenName: column('First name', ({ givenName }) => givenName),
	familyName: column('Last name', ({ familyName }) => familyName),
	slug: column("The user's part of booking addresses", ({ slug }) => slug),
	timezone: column('Time zone of the user, by IANA name', ({ timezone }) => timezone),
	language: column('Language code, such as `en`', ({ language }) => language),
	userType: column('`standard`, `api-platform`, `partner` or `resource`', (user) => user.userType),
	isAdmin: column('Whether the user is an admin of the company', ({ isAdmin }) => isAdmin),
};

export const moreOfUser: Columns<User> = {
	phone: column('Phone number', ({ phone }) => phone),
	scheduleId: column('ID of the default schedule', (user) => user.defaultAvailabilityId),
	companyId: column('ID of the company', ({ companyId }) => companyId),
	createdAt: column(
		"When the user was created, in the workflow's time zone",
		({ createdAt }, zone) => zonedTime(createdAt, zone),
	),
};

/** A new user, with the ids of what came along. */
export const newUserColumns: Columns<Partial<MadeUser>> = {
	id: column('ID of the user', ({ id }) => id),
	email: column('Mail address', ({ email }) => email),
	fullName: column('Given and family name', fullNameOf),
	bookingUrl: column('Public address of the first meeting type', ({ bookingUrl }) => bookingUrl),
	scheduleId: column('ID of the first schedule', (user) => user.defaultAvailabilityId),
	meetingTypeId: column('ID of the first meeting type', ({ meetingTypeId }) => meetingTypeId),
	companyId: column('ID of the company', ({ companyId }) => companyId),
};
