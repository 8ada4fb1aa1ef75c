import { record, type Json } from '../../contract/json.cts';
import { bookingUrl } from '../addresses.cts';
import { demandRoom } from '../allowance.cts';
import { refusal } from '../errors.cts';
import { newMeetingType, PLAIN_INFO } from '../newMeetingType.cts';
import { newSchedule } from '../newSchedule.cts';
import type { MeetingType } from '../records/meetingTypes.cts';
import type { User } from '../records/people.cts';
import type { Availability } from '../records/schedules.cts';
import { freeSlug, slugOf } from '../slug.cts';
import { isUserSlugTaken, readUserSlug, SHORTEST_SLUG } from '../userSlug.cts';
import { demandZone } from '../validation.cts';
import { number, text } from '../values.cts';
import { created, type Answer, type Call, type Route } from './route.cts';

const WORKDAY = { enabled: true, hours: [{ start: '08:00', end: '17:00' }] };

/** Where the body brings no hours of its own. */
const WORKWEEK = {
	monday: WORKDAY,
	tuesday: WORKDAY,
	wednesday: WORKDAY,
	thursday: WORKDAY,
	friday: WORKDAY,
};

/** The allowance for meeting types does not count here: the first type comes with the seat. A guess. */
function createUser(call: Call): Answer {
	const { state, body } = call;
	const { companyId } = call.caller.user;
	demandRoom(state, companyId, 'seats');
	demandZone('timezone', body.timezone);
	demandFreeEmail(call, text(body.email) ?? '');
	const slug = slugFor(call);
	const id = state.ids.uuid('user');
	const availability = firstSchedule(call, { id, companyId });
	const user = userOf(call, id, slug, availability.id);
	const type = firstType(call, user);
	state.users.set(id, user);
	state.availabilities.set(availability.id, availability);
	state.meetingTypes.set(type.id, type);
	call.announce({ webhookType: 'new_employee', user });
	return created({
		userId: id,
		availabilityId: availability.id,
		meetingTypeId: type.id,
		bookingUrl: bookingUrl(state, type),
		companyId,
	});
}

/** The status is unpublished. */
function demandFreeEmail({ state }: Call, email: string): void {
	const taken = [...state.users.values()].some(
		(user) => user.deletedAt === null && user.email.toLowerCase() === email.toLowerCase(),
	);
	if (taken) throw refusal(409, 'email already exists');
}

/** A given slug has to be free; one from the name gets a number if it is not. */
function slugFor({ state, body }: Call): string {
	if (body.slug !== undefined) return readUserSlug(state, String(body.slug), 409);
	const plain = slugOf(`${String(body.givenName)} ${String(body.familyName)}`);
	const slug = plain.length < SHORTEST_SLUG ? slugOf(`${plain} calendar`) : plain;
	return freeSlug(slug, (other) => isUserSlugTaken(state, other));
}

function firstSchedule(call: Call, owner: Pick<User, 'id' | 'companyId'>): Availability {
	const { body } = call;
	const wish = { timezone: body.timezone, schedule: WORKWEEK, ...record(body.availability) };
	return { ...newSchedule(call, owner, wish, 'availability.'), isDefault: true };
}

function userOf(
	{ body, clock, caller }: Call,
	id: string,
	slug: string,
	defaultAvailabilityId: string,
): User {
	const now = clock.iso();
	return {
		id,
		companyId: caller.user.companyId,
		email: String(body.email),
		givenName: String(body.givenName),
		familyName: String(body.familyName),
		slug,
		timezone: String(body.timezone),
		language: 'en',
		userType: 'api-platform',
		isAdmin: false,
		defaultAvailabilityId,
		createdAt: now,
		updatedAt: now,
		deletedAt: null,
	};
}

function firstType(call: Call, host: User): MeetingType {
	const wish = record(call.body.meetingType);
	const duration = durationOf(wish);
	const type = newMeetingType(call, host, {
		...PLAIN_INFO,
		name: text(wish.name) ?? `${duration} minute meeting`,
		duration,
		channel: text(wish.channel) ?? PLAIN_INFO.channel,
	});
	const daysIntoFuture = wish.daysIntoFuture ? record(wish.daysIntoFuture) : type.daysIntoFuture;
	return { ...type, slug: slugOf(text(wish.slug) ?? '') || type.slug, daysIntoFuture };
}

/** The contract calls it any number, yet only whole minutes between 5 and 480 make a meeting type. */
function durationOf(wish: Json): number {
	const duration = number(wish.duration) ?? PLAIN_INFO.duration;
	if (!Number.isInteger(duration) || duration < 5 || duration > 480) {
		throw refusal(400, ['meetingType.duration must be an integer number from 5 to 480']);
	}
	return duration;
}

export const routes: readonly Route[] = [
	{ operationId: 'createUser', handle: createUser },
];
