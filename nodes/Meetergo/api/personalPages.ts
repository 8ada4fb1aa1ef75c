import type { IDataObject } from 'n8n-workflow';
import { v4 } from '../transport/path';

/* The public page of a user, which lists meeting types. Each user has one. */

export interface CustomLink extends IDataObject {
	readonly name?: string;
	readonly url?: string;
	readonly icon?: string;
}

export interface OnlineProfiles extends IDataObject {
	readonly linkedIn?: string;
	readonly facebook?: string;
	readonly twitter?: string;
	readonly instagram?: string;
	readonly xing?: string;
	readonly phone?: string;
	readonly email?: string;
	readonly addressStreet?: string;
	readonly addressCity?: string;
	readonly addressPostalCode?: string;
	readonly addressCountry?: string;
	readonly customLinks?: CustomLink[];
}

/** The contract promises none of these. */
export interface PersonalPage extends IDataObject {
	readonly id?: string;
	/** Colors are not shown unless this is true. */
	readonly useCustomColors?: boolean;
	readonly primaryColor?: string;
	readonly secondaryColor?: string;
	readonly headerImage?: string | null;
	readonly description?: string;
	readonly showAllMeetingTypes?: boolean;
	/** Meeting type ids in the order in which they are shown. */
	readonly meetingTypeOrder?: string[];
	readonly onlineProfiles?: OnlineProfiles | null;
}

/** The page of the acting user. */
export const personalPage = v4`/personal-page/me`;
