import type { DateTime } from 'luxon';

import { secretOf, uuidOf } from '../ids.cts';
import type { Appointment, Attendee } from '../records/bookings.cts';
import type { State } from '../state.cts';
import { ids } from './wellKnown.cts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** Who has bookings, and of which meeting type. */
export const HOSTS = [
	{ hostId: ids.users.lena, meetingTypeId: ids.meetingTypes.durations },
	{ hostId: ids.users.james, meetingTypeId: ids.meetingTypes.member },
	{ hostId: ids.users.priya, meetingTypeId: ids.meetingTypes.priya },
	{ hostId: ids.users.aroha, meetingTypeId: ids.meetingTypes.aroha },
	{ hostId: ids.users.mila, meetingTypeId: ids.meetingTypes.mila },
];

const FIRST_NAMES = ['Tomas', 'Amina', 'Bruno', 'Chidi', 'Dana', 'Elif', 'Farid', 'Greta'];
const LAST_NAMES = ['Berg', 'Costa', 'Duarte', 'Eriksen', 'Fontaine', 'Garcia', 'Haddad'];

/** `count` bookings: up to three well-known ones, the rest spread over hosts and months. */
export function seedBookings(state: State, monday: DateTime, count: number): void {
	const start = monday.toMillis();
	for (const appointment of wellKnown(monday).slice(0, count)) {
		state.appointments.set(appointment.id, appointment);
	}
	const rest = count - 3;
	// Three in four lie behind. The second week stays free of them.
	const aDay = Math.max(1, Math.ceil(rest / HOSTS.length / 1000));
	for (let number = 0; number < rest; number += 1) {
		const turn = Math.floor(number / HOSTS.length);
		const past = turn % 4 !== 3;
		const place = past ? turn - Math.floor(turn / 4) : Math.floor(turn / 4);
		const days = Math.floor(place / aDay);
		const day = start + (past ? -1 - days : 14 + days) * DAY;
		const host = HOSTS[number % HOSTS.length];
		if (host) {
			const time = day + (8 * 60 + (place % aDay) * 30) * MINUTE;
			const created = Math.min(time, start) - (1 + (number % 30)) * DAY - number * 1000;
			const appointment = generated(number, host, time, iso(created));
			state.appointments.set(appointment.id, appointment);
		}
	}
}

/** A booking of half an hour; every tenth is cancelled, and of the others every thirteenth was moved. */
export function generated(
	number: number,
	host: (typeof HOSTS)[number],
	start: number,
	created: string,
): Appointment {
	const plain = appointment(
		{ id: uuidOf('appointment', number), ...host, start, minutes: 30, created },
		[attendee(uuidOf('attendee', number), number)],
	);
	if (number % 10 === 9) return cancelled(plain, host.hostId);
	if (number % 13 !== 12) return plain;
	const moved = iso(Date.parse(created) + 60 * MINUTE);
	return { ...plain, rescheduledAt: moved, rescheduleCount: 1, updatedAt: moved };
}

function wellKnown(monday: DateTime): Appointment[] {
	const { lena } = ids.users;
	const created = iso(monday.toMillis() - 3 * DAY);
	const vienna = monday.setZone('Europe/Vienna', { keepLocalTime: true });
	const at = (days: number, hour: number) => vienna.plus({ days }).set({ hour }).toMillis();
	const own = { hostId: lena, created };
	const oneToOne = { ...own, meetingTypeId: ids.meetingTypes.oneToOne, minutes: 45 };
	const group = { ...own, meetingTypeId: ids.meetingTypes.group, minutes: 60 };
	return [
		appointment({ id: ids.appointments.confirmed, ...oneToOne, start: at(8, 9) }, [
			{ ...attendee(ids.attendees.confirmed, 0), email: 'tomas.berg@example.net' },
		]),
		appointment({ id: ids.appointments.group, ...group, start: at(10, 13) }, [
			{ ...attendee(ids.attendees.groupFirst, 1), email: 'amina.costa@example.net' },
			{ ...attendee(ids.attendees.groupSecond, 2), email: 'bruno.duarte@example.net' },
		]),
		cancelled(
			appointment({ id: ids.appointments.cancelled, ...oneToOne, start: at(7, 10) }, [
				{ ...attendee(ids.attendees.cancelled, 3), email: 'chidi.eriksen@example.net' },
			]),
			lena,
		),
	];
}

function appointment(
	basics: {
		readonly id: string;
		readonly hostId: string;
		readonly meetingTypeId: string;
		readonly start: number;
		readonly minutes: number;
		readonly created: string;
	},
	attendees: readonly Attendee[],
): Appointment {
	const { id, hostId, meetingTypeId, start, minutes, created } = basics;
	return {
		id,
		companyId: ids.company,
		secret: secretOf(id, 0),
		meetingTypeId,
		hostIds: [hostId],
		start: iso(start),
		end: iso(start + minutes * MINUTE),
		channel: 'connect',
		location: null,
		attendees,
		cancel: null,
		rescheduledAt: null,
		rescheduleCount: 0,
		icsTitle: null,
		icsDescription: null,
		note: null,
		transcription: null,
		summary: null,
		createdAt: created,
		updatedAt: created,
	};
}

function cancelled(appointment: Appointment, by: string): Appointment {
	const at = iso(Date.parse(appointment.createdAt) + 30 * MINUTE);
	return {
		...appointment,
		cancel: { actionSource: 'host', actionAt: at, actionBy: by, reason: 'Host is ill' },
		updatedAt: at,
	};
}

function attendee(id: string, number: number): Attendee {
	const firstname = FIRST_NAMES[number % FIRST_NAMES.length] ?? '';
	const lastname = LAST_NAMES[number % LAST_NAMES.length] ?? '';
	return {
		id,
		email: `${firstname}.${lastname}.${number}@example.net`.toLowerCase(),
		firstname,
		lastname,
		fullname: `${firstname} ${lastname}`,
		phone: null,
		timezone: 'Europe/Oslo',
		language: 'en',
		notes: { 'Year of construction': String(1950 + (number % 70)) },
		receiveReminders: true,
		bringalongEmails: [],
	};
}

function iso(millis: number): string {
	return new Date(millis).toISOString();
}
