import type { MeetingType } from '../../api/meetingTypes';
import { inputFailure } from '../../transport/nodeErrors';
import type { ApiClient } from '../../transport/types';
import { actingUserId } from '../requests/actingUserId';

/** A meeting type, or one that a preview would make: that has no id yet. */
export type Planned = Partial<MeetingType>;

/** The own type that has a slug. */
export async function ownAt<T extends Planned>(
	slug: string,
	types: readonly T[],
	api: ApiClient,
): Promise<T | undefined> {
	const [own] = await ownAmong(
		types.filter((type) => type.slug?.toLowerCase() === slug),
		api,
	);
	return own;
}

/**
 * The own type an upsert is about: the one that has the slug, where one is given, else the one that has the name. A type of
 * that name whose slug is the one meetergo makes of names may be the one that is meant, after a creation that was not
 * completed, or another one that is booked already. Nobody can tell, so that is refused.
 */
export async function ownLike<T extends Planned>(
	{ name, slug }: { readonly name: string; readonly slug?: string },
	types: readonly T[],
	api: ApiClient,
): Promise<T | undefined> {
	const there = slug === undefined ? undefined : await ownAt(slug, types, api);
	if (there !== undefined) return there;
	const named = types.filter((type) => nameOf(type) === name.toLowerCase());
	if (slug !== undefined) {
		const [unclear] = await ownAmong(named.filter(hasSlugOfName), api);
		return unclear === undefined ? undefined : refuse('Slug', mayBeIt(unclear, slug), api);
	}
	const [own, ...others] = await ownAmong(named, api);
	if (own === undefined || others.length === 0) return own;
	const slugs = [own, ...others].map((type) => type.slug).join(', ');
	const reason = `several meeting types have it, with the slugs ${slugs}. Under Settings, add Slug to say which is meant`;
	return refuse('Name', reason, api);
}

function mayBeIt({ slug: own = 'of its name', meetingInfo }: Planned, slug: string): string {
	return `no meeting type has "${slug}", but "${meetingInfo?.name ?? ''}" has the slug ${own}. If that one is meant, give it the slug with Update; otherwise choose another name`;
}

function refuse(displayName: string, reason: string, api: ApiClient): never {
	return api.fail(inputFailure(displayName, reason));
}

function nameOf({ meetingInfo }: Planned): string {
	return meetingInfo?.name?.trim().toLowerCase() ?? '';
}

/** A number may follow where the slug was taken. */
function hasSlugOfName(type: Planned): boolean {
	const words =
		nameOf(type)
			.normalize('NFKD')
			.replace(/\p{M}/gu, '')
			.match(/[a-z0-9]+/g) ?? [];
	return type.slug === undefined || new RegExp(`^${words.join('-')}(-\\d+)?$`).test(type.slug);
}

async function ownAmong<T extends Planned>(types: readonly T[], api: ApiClient): Promise<T[]> {
	const own: T[] = [];
	for (const type of types) if (await isOwn(type, api)) own.push(type);
	return own;
}

/** Lists of types also have those of queues, and those that were made for colleagues. */
async function isOwn(type: Planned, api: ApiClient): Promise<boolean> {
	const { id, userId, createdById, deletedAt } = type;
	if (id === undefined) return true;
	if (!userId || deletedAt) return false;
	if ((createdById ?? userId) === userId) return true;
	// One of the two is the acting user. A limited token may not ask which; then it counts as a colleague's.
	return userId === (await actingUserId(api));
}
