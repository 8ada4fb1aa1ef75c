import { webAddress } from '../../fields/address';
import { clearable, clearableText, email, requiredText, text, toggle } from '../../fields/basic';
import { type Added, updateFields } from '../../fields/collection';
import { color } from '../../fields/color';
import { required, type Field } from '../../fields/field';
import { filled } from '../../fields/lists';
import { rows } from '../../fields/rows';
import { severalIds } from '../../fields/severalIds';

const headerImage = {
	displayName: 'Header Image',
	name: 'headerImage',
	placeholder: 'e.g. https://example.com/header.png',
	description: 'Address of the image at the top; empty removes it',
};

/** What the page says of itself; each named after the API's property. */
const pageFields = {
	description: clearableText({
		displayName: 'Description',
		name: 'description',
		description: 'Text on the page; empty removes it',
		rows: 3,
	}),
	headerImage: clearable(webAddress(headerImage), headerImage),
	meetingTypeOrder: filled(
		severalIds({
			displayName: 'Meeting Type Order Names or IDs',
			name: 'meetingTypeOrder',
			noun: 'meeting type',
			loadOptionsMethod: 'getMeetingTypes',
			remark: 'Meeting types in the order of the page; replaces the former order',
		}),
	),
	primaryColor: color({
		displayName: 'Primary Color',
		name: 'primaryColor',
		description: 'Main color, shown only while Use Custom Colors is on',
	}),
	secondaryColor: color({
		displayName: 'Secondary Color',
		name: 'secondaryColor',
		description: 'Second color, shown only while Use Custom Colors is on',
	}),
	showAllMeetingTypes: toggle({
		displayName: 'Show All Meeting Types',
		name: 'showAllMeetingTypes',
		description: 'Whether the page shows all meeting types',
		default: true,
	}),
	useCustomColors: toggle({
		displayName: 'Use Custom Colors',
		name: 'useCustomColors',
		description: 'Whether the page shows the two colors',
		default: true,
	}),
};

const contactEmail = {
	displayName: 'Email',
	name: 'email',
	placeholder: 'e.g. lena.okafor@example.org',
	description: 'Mail address on the page; empty removes it',
};

const detail = (displayName: string, name: string, what: string, placeholder?: string) =>
	clearableText({
		displayName,
		name,
		...(placeholder !== undefined && { placeholder }),
		description: `${what}; empty removes it`,
	});

// One example stands for all of them: a form must stay small.
const profile = (displayName: string, name: string, placeholder?: string) =>
	detail(displayName, name, 'Address of the profile', placeholder);

const links = rows({
	displayName: 'Custom Links',
	name: 'customLinks',
	placeholder: 'Add link',
	description: 'Other links; replaces those that are there',
	groups: {
		links: {
			displayName: 'Link',
			fields: {
				name: requiredText({
					displayName: 'Link Name',
					name: 'name',
					placeholder: 'e.g. Our blog',
					description: 'What the link is called',
				}),
				url: required(
					webAddress({
						displayName: 'Link Address',
						name: 'url',
						placeholder: 'e.g. https://example.com/blog',
						description: 'Where the link leads',
					}),
					'Link Address',
				),
				icon: text({
					displayName: 'Link Icon',
					name: 'icon',
					description: 'Name of the icon, as meetergo calls it',
				}),
			},
		},
	},
});

type Link = ReturnType<typeof links.read>['links'][number];

const customLinks: Field<readonly Link[]> = {
	properties: links.properties,
	read: (form) => links.read(form).links,
};

/** Where else the user is to be found; the API keeps these in a group of their own. */
export const profileFields = {
	addressCity: detail('City', 'addressCity', 'Of the postal address', 'e.g. Oslo'),
	addressCountry: detail('Country', 'addressCountry', 'Of the postal address', 'e.g. Norway'),
	addressPostalCode: detail(
		'Postal Code',
		'addressPostalCode',
		'Of the postal address',
		'e.g. 0150',
	),
	addressStreet: detail('Street', 'addressStreet', 'Street and number', 'e.g. Main Street 5'),
	customLinks: filled(customLinks),
	email: clearable(email(contactEmail), contactEmail),
	facebook: profile('Facebook', 'facebook'),
	instagram: profile('Instagram', 'instagram'),
	linkedIn: profile('LinkedIn', 'linkedIn', 'e.g. https://www.linkedin.com/in/lena-okafor'),
	phone: detail('Phone', 'phone', 'Phone number on the page', 'e.g. +47 22 12 34 56'),
	twitter: profile('X (Twitter)', 'twitter'),
	xing: profile('XING', 'xing'),
};

const writable = { ...pageFields, ...profileFields };

/** What to change of a page. */
export const updates = updateFields(writable);

export type Updates = Added<typeof writable>;
