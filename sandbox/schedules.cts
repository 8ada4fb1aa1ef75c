import { refusal, scheduleShared } from './errors.cts';
import type { MeetingType } from './records/meetingTypes.cts';
import type { Availability } from './records/schedules.cts';
import type { State } from './state.cts';
import type { World } from './world.cts';

/**
 * The live meeting types that take their hours from a schedule: those that name it, and those that
 * name none and whose host has it as default. The schedules of single channels do not count.
 */
export function typesUsing(state: State, availabilityId: string): MeetingType[] {
	return [...state.meetingTypes.values()].filter(
		(type) => type.deletedAt === null && scheduleIdOf(state, type) === availabilityId,
	);
}

/** The schedule a type names, or else its host's default; none where hosts take turns. */
export function scheduleIdOf(
	state: State,
	{ availabilityId, userId }: MeetingType,
): string | undefined {
	return availabilityId ?? state.users.get(userId ?? '')?.defaultAvailabilityId;
}

/**
 * Soft-deletes a schedule. Refused when its owner has no other (400), and while meeting types besides
 * `except` use it (409). Another one becomes the default when the default goes; that is a guess.
 */
export function deleteSchedule(
	{ state, clock }: World,
	gone: Availability,
	except?: MeetingType,
): void {
	const successor = [...state.availabilities.values()].find(
		({ id, userId, deletedAt }) => id !== gone.id && userId === gone.userId && deletedAt === null,
	);
	if (!successor) throw refusal(400, 'One availability is required');
	const sharing = typesUsing(state, gone.id).filter(({ id }) => id !== except?.id);
	if (sharing.length > 0) throw scheduleShared(sharing);
	state.availabilities.set(gone.id, { ...gone, isDefault: false, deletedAt: clock.iso() });
	if (gone.isDefault) makeDefault(state, successor);
}

function makeDefault({ users, availabilities }: State, availability: Availability): void {
	availabilities.set(availability.id, { ...availability, isDefault: true });
	const owner = users.get(availability.userId);
	if (owner) users.set(owner.id, { ...owner, defaultAvailabilityId: availability.id });
}
