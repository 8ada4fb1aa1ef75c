import { demandAdmin } from '../access.cts';
import { forbidden, notFound } from '../errors.cts';
import type { User } from '../records/people.cts';
import { readUserSlug } from '../userSlug.cts';
import { text } from '../values.cts';
import { userOnWire } from '../wire.cts';
import { ok, uuidParam, type Answer, type Call, type Route } from './route.cts';

/** The user of the path, within the own company. */
function userOfPath(call: Call): User {
	const user = call.state.users.get(uuidParam(call, 'id'));
	if (user?.companyId !== call.caller.user.companyId || user.deletedAt !== null) {
		throw notFound('User');
	}
	return user;
}

function updateUser(call: Call): Answer {
	const { state, clock, caller, body } = call;
	const user = userOfPath(call);
	if (user.id !== caller.user.id) demandAdmin(caller);
	const slug = text(body.slug);
	const changed: User = {
		...user,
		givenName: text(body.givenName) ?? user.givenName,
		familyName: text(body.familyName) ?? user.familyName,
		slug: slug === undefined ? user.slug : readUserSlug(state, slug, 400, user.id),
		updatedAt: clock.iso(),
	};
	state.users.set(changed.id, changed);
	return ok(userOnWire(changed));
}

/** What becomes of the rest is unpublished: types of the user's own go too, queues go on without. */
function deleteUser(call: Call): Answer {
	const { state, clock, caller } = call;
	demandAdmin(caller);
	const user = userOfPath(call);
	if (state.companies.get(user.companyId)?.ownerId === user.id) throw forbidden();
	const deletedAt = clock.iso();
	state.users.set(user.id, { ...user, updatedAt: deletedAt, deletedAt });
	for (const type of state.meetingTypes.values()) {
		if (type.userId === user.id && type.deletedAt === null) {
			state.meetingTypes.set(type.id, { ...type, deletedAt });
		}
	}
	for (const queue of state.queues.values()) {
		const users = queue.users.filter(({ userId }) => userId !== user.id);
		state.queues.set(queue.id, { ...queue, users });
	}
	return { status: 204 };
}

export const routes: readonly Route[] = [
	{ operationId: 'updateUser', handle: updateUser },
	{ operationId: 'deleteUser', handle: deleteUser },
];
