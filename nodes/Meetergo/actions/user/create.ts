import { users } from '../../api/listings';
import type { CreateUserResponse, User } from '../../api/records';
import { inputFailure } from '../../transport/nodeErrors';
import { v4 } from '../../transport/path';
import type { ApiClient, Once } from '../../transport/types';
import { attempt } from '../attempt';
import { Known } from '../known';
import { perItem } from '../perItem';
import { recordIn } from '../recordIn';
import { told } from '../told';
import { additionalFields, email, firstMeetingType, schedule, userTimezone } from './create.fields';
import { hasEmail } from './findUser';
import { familyName, givenName } from './user.fields';

export const create = perItem({
	option: {
		name: 'Create',
		value: 'create',
		description:
			'Create a user with a schedule and a first meeting type, which can be booked at once',
		action: 'Create a user with a schedule and a meeting type',
	},
	actingUser: 'optional',
	onlyWith: 'platformApiKey',
	effect: 'change',
	fields: {
		email,
		givenName,
		familyName,
		userTimezone,
		schedule,
		additionalFields,
		firstMeetingType,
	},
	async run(item, api) {
		const person = {
			email: item.email,
			givenName: item.givenName,
			familyName: item.familyName,
		};
		const known = await usersBefore(api);
		if (known?.records.some((user) => hasEmail(user, person.email))) {
			api.fail(inputFailure('Email', `a user with the address ${person.email} exists already`));
		}
		const hasType = Object.values(item.firstMeetingType).some((value) => value !== undefined);
		const { record, recovered } = await api.once(
			v4`/user`,
			{
				...person,
				timezone: item.userTimezone,
				slug: item.additionalFields.slug,
				availability: item.schedule,
				meetingType: hasType ? { ...item.firstMeetingType } : undefined,
			},
			newUser(person.email, known),
		);
		known?.add({ id: record.userId, ...person });
		const fullName = `${person.givenName} ${person.familyName}`;
		// The answer names nobody.
		return told({ ...record, email: person.email, fullName }, { recovered });
	},
	simplify: ({ userId, email: address, fullName, bookingUrl, ...ids }) => ({
		id: userId,
		email: address,
		fullName,
		bookingUrl: bookingUrl ?? null,
		scheduleId: ids.availabilityId ?? null,
		meetingTypeId: ids.meetingTypeId ?? null,
		companyId: ids.companyId ?? null,
	}),
});

/** Creating a user takes nobody to act as, listing users may. */
const refusals: ReadonlySet<string> = new Set(['permissionDenied', 'requestRefused', 'notFound']);

/** The users that were there before the run; `undefined` where the acting user may not list them. */
async function usersBefore(api: ApiClient): Promise<Known<User> | undefined> {
	return await api.perRun('users before', async () => {
		const reading = await attempt(() => Known.in(users, api));
		if ('value' in reading) return reading.value;
		return refusals.has(reading.failure.code) ? undefined : api.fail(reading.failure);
	});
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
					userId: user.id,
					availabilityId: user.defaultAvailabilityId ?? undefined,
					companyId: user.companyId,
				}
			);
		},
	};
}
