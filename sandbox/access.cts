import type { Operation } from '../contract/operations.cts';
import { forbidden, planLimitReached, refusal } from './errors.cts';
import type { Credential, User } from './records/people.cts';
import type { World } from './world.cts';

export interface Caller {
	readonly credential: Credential;
	/** Whom the request acts as: the token's owner, the named user, or the company's owner. */
	readonly user: User;
}

const ACTING_USER = 'x-meetergo-api-user-id';

type Headers = Readonly<Record<string, string>>;

/** The credential of a request, or undefined when there is none. Says nothing about its validity. */
export function bearerOf(headers: Headers): string | undefined {
	return /^Bearer +(\S+)$/i.exec(headers.authorization ?? '')?.[1];
}

/** Who is calling, or the refusal the API would answer with. The rules come from the contract. */
export function admit(world: World, operation: Operation, headers: Headers): Caller {
	const credential = authenticate(world, headers);
	if (credential.planLimitReached) throw planLimitReached('apiAccess');
	if (!operation.credentials[credential.kind]) throw forbidden();
	const user = actingUser(world, operation, credential, headers[ACTING_USER]);
	const { permissions } = credential;
	// What a limited token may do on a route that belongs to no group is unknown: the narrow reading.
	if (permissions && !permissions.includes(operation.permission ?? '')) throw forbidden();
	return { credential, user };
}

function authenticate({ state, clock }: World, headers: Headers): Credential {
	if (!headers.authorization) throw refusal(401, 'Missing authorization header');
	const credential = state.credentials.get(bearerOf(headers) ?? '');
	if (!credential) throw refusal(401, 'Invalid API key');
	if (credential.expiresAt && credential.expiresAt < clock.iso()) {
		throw refusal(401, 'API key has expired');
	}
	return credential;
}

function actingUser(
	{ state }: World,
	operation: Operation,
	credential: Credential,
	named: string | undefined,
): User {
	const own = state.users.get(credential.userId);
	if (own?.deletedAt !== null) throw refusal(401, 'Invalid API key');
	if (credential.kind === 'personalAccessToken') {
		if (named !== undefined && named !== own.id) throw forbidden();
		return own;
	}
	if (operation.actingUser === 'none') return own;
	if (!named) {
		if (operation.actingUser === 'optional') return own;
		throw refusal(400, `Missing required header '${ACTING_USER}' for API key authentication`);
	}
	const user = state.users.get(named);
	// The status for a stranger, or for somebody who is gone, is unpublished.
	if (user?.companyId !== credential.companyId || user.deletedAt !== null) throw forbidden();
	return user;
}

/** Refuses what only admins may ask for. */
export function demandAdmin({ user }: Caller): void {
	if (!user.isAdmin) throw forbidden();
}

/**
 * The user whose records are asked for: the caller, or for admins the one named by `userId`.
 * Naming oneself is free.
 */
export function subject({ state }: World, caller: Caller, userId: string | undefined): User {
	if (userId === undefined || userId === caller.user.id) return caller.user;
	demandAdmin(caller);
	const user = state.users.get(userId);
	if (user?.companyId !== caller.user.companyId) throw forbidden();
	return user;
}
