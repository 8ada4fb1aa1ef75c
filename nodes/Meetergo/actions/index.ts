import { availability } from './availability';
import { booking } from './booking';
import { calendarConnection } from './calendarConnection';
import { contact } from './contact';
import { meetingType } from './meetingType';
import type { Resource } from './operation';
import { personalPage } from './personalPage';
import { user } from './user';

/** The table: every resource and operation the node offers, the default one first. */
export const table: readonly Resource[] = [
	booking,
	availability,
	meetingType,
	user,
	calendarConnection,
	contact,
	personalPage,
];
