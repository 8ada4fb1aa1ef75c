import { type User, users } from '../../api/users';
import type { Values } from '../../fields/field';
import { preview } from '../../fields/preview';
import type { ApiClient } from '../../transport/types';
import { type Columns, column } from '../output/columns';
import { differences } from '../requests/differences';
import { Known } from '../requests/known';
import { tellNotKept } from '../requests/notKept';
import { onlySet } from '../requests/onlySet';
import { perItem } from '../perItem';
import { inTurn } from '../requests/inTurn';
import { type Told, told } from '../output/told';
import { changeUser } from './change';
import { enteredForNewUsers, newUserFields, type UserToBe } from './create.fields';
import { hasEmail } from './findUser';
import { type MadeUser, makeUser, userLike } from './makeUser';
import { newUserColumns } from './user.columns';

type Upserted = Partial<MadeUser>;

const fields = { ...newUserFields, enteredForNewUsers };
type Wanted = Values<typeof fields>;

const columns: Columns<Upserted> = {
	...newUserColumns,
	slug: column("The user's part of booking addresses; of a new user as given", ({ slug }) => slug),
	bookingUrl: column(
		'Public address of the first meeting type; of new users only',
		({ bookingUrl }) => bookingUrl,
	),
	scheduleId: column('ID of the default schedule', (user) => user.defaultAvailabilityId),
	meetingTypeId: column(
		'ID of the first meeting type; of new users only',
		({ meetingTypeId }) => meetingTypeId,
	),
};

export const upsert = perItem({
	option: {
		name: 'Create or Update',
		value: 'upsert',
		description: 'Create a new record, or update the current one if it already exists (upsert)',
		action: 'Create or update a user by mail address where a new slug breaks the old addresses',
	},
	actingUser: 'optional',
	onlyWith: 'platformApiKey',
	effect: 'change',
	whoMay: 'Only admins may list and change the users of a company; act as an admin.',
	fields,
	options: { preview },
	async run(item, api): Promise<Told<Upserted>> {
		return await inTurn(`user ${item.email.toLowerCase()}`, api, async () => {
			const known = await Known.in(users, api);
			if (item.options.preview) return whatWouldBe(item, known, api);
			const user = known.records.find((one) => hasEmail(one, item.email));
			if (user === undefined) {
				const { record, recovered } = await makeUser(item, known, api);
				return told(record, { change: 'created', recovered });
			}
			tellLeft(item.enteredForNewUsers, user, api);
			const sent = changesOf(user, item);
			if (Object.keys(sent).length === 0) return told(user, { change: 'unchanged' });
			const changed = { ...user, ...(await changeUser(user.id, sent, api)) };
			known.add(changed);
			return told(changed, { change: 'updated', notKept: tellNotKept(sent, changed, api) });
		});
	},
	simplify: columns,
});

/** What has to be written about a user who exists. */
function changesOf(
	user: Partial<User>,
	{ givenName, familyName, additionalFields: { slug } }: UserToBe,
) {
	return differences(onlySet({ givenName, familyName, slug }), user);
}

/** Names what was entered and is not written, as the user is no new one. */
function tellLeft(entered: readonly string[], { email }: Partial<User>, api: ApiClient): void {
	if (entered.length === 0) return;
	const left =
		entered.length === 1
			? 'is for new users and was left as it is'
			: 'are for new users and were left as they are';
	api.hint(`${email} exists already: ${entered.join(', ')} ${left}.`);
}

function whatWouldBe(item: Wanted, known: Known<User>, api: ApiClient): Told<Upserted> {
	const before = [...known.expected].find((user) => hasEmail(user, item.email));
	if (before) tellLeft(item.enteredForNewUsers, before, api);
	const changes = before && changesOf(before, item);
	if (before && changes && Object.keys(changes).length === 0) {
		return told(before, { change: 'unchanged', preview: true });
	}
	const wanted = userLike(item);
	const after = before ? { ...before, ...changes, fullName: wanted.fullName } : wanted;
	known.expect(before, after);
	return told(after, { change: before ? 'updated' : 'created', preview: true });
}
