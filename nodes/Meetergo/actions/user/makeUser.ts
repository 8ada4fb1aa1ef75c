import type { CreateUserResponse, User } from '../../api/users';
import { v4 } from '../../transport/path';
import type { ApiClient, Once } from '../../transport/types';
import { Known } from '../requests/known';
import { recordIn } from '../requests/recordIn';
import type { UserToBe } from './create.fields';
import { hasEmail } from './findUser';

/** A user, with what else creation tells of a new one. */
export type MadeUser = User & CreateUserResponse;

/**
 * Makes a user with a schedule and a first meeting type.
 * @param known the users before; without them a lost answer leaves doubt
 */
export async function makeUser(
	item: UserToBe,
	known: Known<User> | undefined,
	api: ApiClient,
): Promise<{ readonly record: MadeUser; readonly recovered: boolean }> {
	const { fullName, ...person } = userLike(item);
	const body = { ...person, availability: item.schedule, meetingType: item.firstMeetingType };
	const make = async () => await api.once(v4`/user`, body, newUser(person.email, known));
	const { record: answer, recovered } = await (known ? known.making(make, api) : make());
	const record = {
		...person,
		fullName,
		...answer,
		id: answer.userId,
		defaultAvailabilityId: answer.availabilityId,
	};
	known?.add(record);
	return { record, recovered };
}

/** What the form says of a new user: the answer to its creation names nobody. */
export function userLike({
	email,
	givenName,
	familyName,
	userTimezone,
	additionalFields,
}: UserToBe) {
	return {
		email,
		fullName: `${givenName} ${familyName}`,
		givenName,
		familyName,
		slug: additionalFields.slug,
		timezone: userTimezone,
	};
}

/** A user with that mail address who was not there before is the one that was made. */
function newUser(wanted: string, known: Known<User> | undefined): Once<CreateUserResponse> {
	const shared = {
		read: (answer: unknown) => recordIn<CreateUserResponse>(answer, 'userId'),
		howToCheck: 'Look for the mail address with User > Get Many before you create the user again.',
	};
	if (known === undefined) return { ...shared, proof: 'none' };
	return {
		...shared,
		proof: 'lookUp',
		complete: true,
		async find(api) {
			const user = await known.findNew(api, (one) => hasEmail(one, wanted));
			return (
				user && {
					...user,
					userId: user.id,
					availabilityId: user.defaultAvailabilityId ?? undefined,
				}
			);
		},
	};
}
