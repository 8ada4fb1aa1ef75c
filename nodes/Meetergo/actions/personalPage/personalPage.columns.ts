import type { OnlineProfiles, PersonalPage } from '../../api/personalPages';
import { type Column, column, type Columns } from '../output/columns';

export const personalPageColumns: Columns<PersonalPage> = {
	id: column('ID of the page', ({ id }) => id),
	description: column('Text on the page', ({ description }) => description),
	showAllMeetingTypes: column(
		'Whether the page shows all meeting types',
		({ showAllMeetingTypes }) => showAllMeetingTypes,
	),
	meetingTypeOrder: column(
		'IDs of meeting types in the order of the page, separated by commas',
		({ meetingTypeOrder }) => meetingTypeOrder?.join(', '),
	),
	useCustomColors: column(
		'Whether the page shows the two colors',
		({ useCustomColors }) => useCustomColors,
	),
	primaryColor: column('Main color, such as `#1f6f54`', ({ primaryColor }) => primaryColor),
	secondaryColor: column('Second color, such as `#f4efe6`', ({ secondaryColor }) => secondaryColor),
	headerImage: column('Address of the image at the top', ({ headerImage }) => headerImage),
};

export const moreOfPersonalPage: Columns<PersonalPage> = {
	linkedIn: profile('Address of the LinkedIn profile', ({ linkedIn }) => linkedIn),
	facebook: profile('Address of the Facebook profile', ({ facebook }) => facebook),
	twitter: profile('Address of the X (Twitter) profile', ({ twitter }) => twitter),
	instagram: profile('Address of the Instagram profile', ({ instagram }) => instagram),
	xing: profile('Address of the XING profile', ({ xing }) => xing),
	phone: profile('Phone number on the page', ({ phone }) => phone),
	email: profile('Mail address on the page', ({ email }) => email),
	addressStreet: profile(
		'Street and number of the postal address',
		({ addressStreet }) => addressStreet,
	),
	addressPostalCode: profile(
		'Postal code of the postal address',
		({ addressPostalCode }) => addressPostalCode,
	),
	addressCity: profile('City of the postal address', ({ addressCity }) => addressCity),
	addressCountry: profile('Country of the postal address', ({ addressCountry }) => addressCountry),
	customLinks: profile('Addresses of the other links, separated by commas', ({ customLinks }) =>
		customLinks?.map(({ url }) => url).join(', '),
	),
};

function profile(
	about: string,
	of: (profiles: OnlineProfiles) => string | undefined,
): Column<PersonalPage> {
	return column(about, ({ onlineProfiles }) => of(onlineProfiles ?? {}));
}
