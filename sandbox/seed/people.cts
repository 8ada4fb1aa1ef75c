import { DateTime } from 'luxon';

import type { User } from '../records/people.cts';
import { WEEKDAYS, type Availability, type Hours, type Week } from '../records/schedules.cts';
import type { State } from '../state.cts';
import { credentials, ids } from './wellKnown.cts';

type Name = keyof typeof ids.users;

interface Person {
	readonly givenName: string;
	readonly familyName: string;
	readonly timezone: string;
	readonly language: string;
	readonly company: string;
	readonly isAdmin: boolean;
	readonly schedule: Week;
}

const officeHours = '09:00-17:00';

const PEOPLE: Readonly<Record<Name, Person>> = {
	lena: {
		givenName: 'Lena',
		familyName: 'Okafor',
		timezone: 'Europe/Vienna',
		language: 'de',
		company: ids.company,
		isAdmin: true,
		schedule: {
			...week(['monday', 'tuesday', 'wednesday', 'thursday'], '08:30-12:00', '13:00-16:30'),
			...week(['friday'], '08:30-12:00'),
		},
	},
	james: {
		givenName: 'James',
		familyName: 'Whitfield',
		timezone: 'America/New_York',
		language: 'en',
		company: ids.company,
		isAdmin: false,
		schedule: week(WEEKDAYS.slice(0, 5), officeHours),
	},
	priya: {
		givenName: 'Priya',
		familyName: 'Raman',
		timezone: 'Asia/Kolkata',
		language: 'en',
		company: ids.company,
		isAdmin: false,
		schedule: week(WEEKDAYS.slice(0, 6), '10:00-13:30', '14:30-18:30'),
	},
	aroha: {
		givenName: 'Aroha',
		familyName: 'Ngata',
		timezone: 'Pacific/Auckland',
		language: 'en',
		company: ids.company,
		isAdmin: false,
		schedule: week(WEEKDAYS.slice(0, 5), '08:00-12:00', '13:00-16:00'),
	},
	mila: {
		givenName: 'Mila',
		familyName: 'Novak',
		timezone: 'Europe/Vienna',
		language: 'de',
		company: ids.company,
		isAdmin: false,
		schedule: week(WEEKDAYS.slice(0, 5), officeHours),
	},
	ingrid: {
		givenName: 'Ingrid',
		familyName: 'Solberg',
		timezone: 'Europe/Oslo',
		language: 'no',
		company: ids.foreignCompany,
		isAdmin: true,
		schedule: week(WEEKDAYS.slice(0, 5), officeHours),
	},
	sofia: {
		givenName: 'Sofia',
		familyName: 'Marchetti',
		timezone: 'Europe/Rome',
		language: 'it',
		company: ids.starterCompany,
		isAdmin: true,
		schedule: week(WEEKDAYS.slice(0, 5), officeHours),
	},
};

const NAMES: readonly Name[] = ['lena', 'james', 'priya', 'aroha', 'mila', 'ingrid', 'sofia'];

const CREATED = '2025-09-01T08:00:00.000Z';

function week(days: ReadonlyArray<(typeof WEEKDAYS)[number]>, ...ranges: string[]): Week {
	const hours: Hours[] = ranges.map((range) => ({
		start: range.slice(0, 5),
		end: range.slice(6),
	}));
	return Object.fromEntries(days.map((day) => [day, { enabled: true, hours }]));
}

function openWeek(schedule: Week): Week {
	const closed = { enabled: false, hours: [] };
	return Object.fromEntries(WEEKDAYS.map((day) => [day, schedule[day] ?? closed]));
}

/** Companies, their people with schedules, and the credentials. `monday` is the first day of the story. */
export function seedPeople(state: State, monday: DateTime): void {
	state.companies.set(ids.company, { id: ids.company, ownerId: ids.admin, tier: 'enterprise' });
	state.companies.set(ids.foreignCompany, {
		id: ids.foreignCompany,
		ownerId: ids.users.ingrid,
		tier: 'enterprise',
	});
	state.companies.set(ids.starterCompany, {
		id: ids.starterCompany,
		ownerId: ids.users.sofia,
		tier: 'starter',
	});
	for (const name of NAMES) {
		const user = userOf(name, PEOPLE[name]);
		state.users.set(user.id, user);
		addAvailability(state, ids.availabilities[name], user, PEOPLE[name].schedule, 'Working hours');
	}
	addExceptions(state, monday);
	addEvenings(state);
	seedCredentials(state);
}

function userOf(name: Name, person: Person): User {
	const { givenName, familyName, timezone, language, isAdmin } = person;
	const slug = `${givenName}-${familyName}`.toLowerCase();
	return {
		id: ids.users[name],
		companyId: person.company,
		email: `${slug.replace('-', '.')}@example.org`,
		givenName,
		familyName,
		slug,
		timezone,
		language,
		userType: 'standard',
		isAdmin,
		defaultAvailabilityId: ids.availabilities[name],
		createdAt: CREATED,
		updatedAt: CREATED,
		deletedAt: null,
	};
}

function addAvailability(
	state: State,
	id: string,
	user: User,
	schedule: Week,
	name: string,
): Availability {
	const availability: Availability = {
		id,
		companyId: user.companyId,
		userId: user.id,
		name,
		timezone: user.timezone,
		schedule: openWeek(schedule),
		availabilityExceptions: [],
		isDefault: id === user.defaultAvailabilityId,
		createdAt: CREATED,
		deletedAt: null,
	};
	state.availabilities.set(id, availability);
	return availability;
}

/** Lena works on the first Saturday and is away on the second Wednesday. */
function addExceptions(state: State, monday: DateTime): void {
	const lenas = state.availabilities.get(ids.availabilities.lena);
	if (!lenas) return;
	const start = monday.setZone(lenas.timezone, { keepLocalTime: true });
	const saturday = start.plus({ days: 5 });
	const wednesday = start.plus({ days: 9 });
	const range = (from: DateTime, to: DateTime) => ({
		start: from.toJSDate().toISOString(),
		end: to.toJSDate().toISOString(),
		note: null,
		createdAt: CREATED,
		deletedAt: null,
	});
	state.availabilities.set(lenas.id, {
		...lenas,
		availabilityExceptions: [
			{
				id: 4711,
				available: true,
				title: 'Open day',
				...range(saturday.set({ hour: 10 }), saturday.set({ hour: 13 })),
			},
			{
				id: 4712,
				available: false,
				title: 'Away',
				...range(wednesday, wednesday.plus({ days: 1 })),
			},
		],
	});
}

function addEvenings(state: State): void {
	const lena = state.users.get(ids.users.lena);
	if (!lena) return;
	const evenings = week(['tuesday', 'thursday'], '17:00-20:00');
	addAvailability(state, ids.availabilities.lenaEvenings, lena, evenings, 'Evenings');
}

function seedCredentials(state: State): void {
	const expired = '2025-12-31T23:59:59.000Z';
	const own = { companyId: ids.company, userId: ids.admin };
	const kind = 'personalAccessToken' as const;
	const platform = 'platformApiKey' as const;
	const all = [
		{ token: credentials.adminToken, kind, ...own },
		{ token: credentials.memberToken, kind, ...own, userId: ids.member },
		{ token: credentials.schedulingOnlyToken, kind, ...own, permissions: ['scheduling'] },
		{ token: credentials.crmOnlyToken, kind, ...own, permissions: ['crm'] },
		{ token: credentials.accountOnlyToken, kind, ...own, permissions: ['account'] },
		{ token: credentials.expiredToken, kind, ...own, expiresAt: expired },
		{
			token: credentials.starterPlanToken,
			kind,
			companyId: ids.starterCompany,
			userId: ids.users.sofia,
			planLimitReached: true,
		},
		{
			token: credentials.foreignToken,
			kind,
			companyId: ids.foreignCompany,
			userId: ids.users.ingrid,
		},
		{ token: credentials.platformKey, kind: platform, ...own },
		{ token: credentials.expiredPlatformKey, kind: platform, ...own, expiresAt: expired },
	];
	for (const credential of all) state.credentials.set(credential.token, credential);
}
