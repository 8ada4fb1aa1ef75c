import type { IDataObject } from 'n8n-workflow';
import { email as mailAddress, text } from '../../fields/basic';
import { collection } from '../../fields/collection';
import { type Field, required, type Values } from '../../fields/field';
import { newName } from '../../fields/naming';
import { zone } from '../../fields/time';
import { weeklyHoursText } from '../../fields/weeklyHours';
import { scheduleOf } from '../availability/schedule';
import { usualChannel } from '../meetingType/channels';
import { usualDuration } from '../meetingType/duration';
import { typeSlug } from '../meetingType/meetingType.fields';
import { onlySet } from '../requests/onlySet';
import { familyName, givenName, userSlug } from './user.fields';

const email = required(
	mailAddress({
		displayName: 'Email',
		name: 'email',
		placeholder: 'e.g. lena.okafor@example.org',
		description:
			'Mail address to sign in with, by which users are told apart; it cannot be changed later',
	}),
	'Email',
);

const ownZone = zone({
	displayName: 'Time Zone',
	name: 'userTimezone',
	description:
		"Zone of a new user and of the weekly hours, by IANA name. Empty means the workflow's.",
});

const userTimezone: Field<string> = {
	properties: ownZone.properties,
	read: (form) => ownZone.read(form) ?? form.zone,
};

const scheduleName = text({
	displayName: 'Schedule Name',
	name: 'scheduleName',
	placeholder: 'e.g. Working hours',
	description: "Name of a new user's first schedule; only with Weekly Hours",
});

/** The first schedule, as the API takes it; none where no hours were entered, so that meetergo makes its own. */
const schedule: Field<IDataObject | undefined> = {
	properties: weeklyHoursText.properties,
	read(form) {
		const week = weeklyHoursText.read(form);
		const called = scheduleName.read(form.within('additionalFields'));
		if (week.size > 0) {
			return { name: called, timezone: userTimezone.read(form), schedule: scheduleOf(week) };
		}
		return called === undefined
			? undefined
			: form.refuse('Schedule Name', 'is for hours of your own; enter Weekly Hours as well');
	},
};

const ofFirstType = collection({
	displayName: 'First Meeting Type',
	name: 'firstMeetingType',
	placeholder: 'Add field',
	fields: {
		channel: usualChannel,
		duration: usualDuration,
		name: newName,
		slug: typeSlug,
	},
});

/** Every user starts with a meeting type; what is not added is as meetergo has it. */
const firstMeetingType: Field<IDataObject | undefined> = {
	properties: ofFirstType.properties,
	read(form) {
		const set = onlySet({ ...ofFirstType.read(form) });
		return Object.keys(set).length === 0 ? undefined : set;
	},
};

const additionalFields = collection({
	displayName: 'Additional Fields',
	name: 'additionalFields',
	placeholder: 'Add field',
	fields: { scheduleName, slug: userSlug },
});

/** All that a new user is made of. */
export const newUserFields = {
	email,
	givenName,
	familyName,
	userTimezone,
	schedule,
	additionalFields,
	firstMeetingType,
};

export type UserToBe = Values<typeof newUserFields>;

/** What was entered, by its display names, that a user who exists keeps as it is. */
export const enteredForNewUsers: Field<readonly string[]> = {
	properties: [],
	read(form) {
		const values: ReadonlyArray<readonly [Field<unknown>, unknown]> = [
			[schedule, schedule.read(form)],
			[ownZone, ownZone.read(form)],
			[scheduleName, scheduleName.read(form.within('additionalFields'))],
			[firstMeetingType, firstMeetingType.read(form)],
		];
		return values
			.filter(([, value]) => value !== undefined)
			.flatMap(([{ properties }]) => properties.map(({ displayName }) => displayName));
	},
};
