import { demandAdmin } from '../access.cts';
import { userOnWire } from '../wire.cts';
import { ok, type Answer, type Call, type Route } from './route.cts';
import { number } from '../values.cts';

function getMe({ caller, state }: Call): Answer {
	const { user } = caller;
	const company = state.companies.get(user.companyId);
	return ok({
		...userOnWire(user),
		company: {
			id: user.companyId,
			tier: company?.tier,
			effectiveTier: company?.tier,
			isInTrial: false,
			featureAccess: {},
		},
	});
}

/** Order and default page size are unpublished: as created, and 20. */
function listUsers({ caller, state, query }: Call): Answer {
	demandAdmin(caller);
	const limit = number(query.limit) ?? 20;
	const offset = number(query.offset) ?? 0;
	const users = [...state.users.values()].filter(
		({ companyId, userType, deletedAt }) =>
			companyId === caller.user.companyId &&
			(query.userType ?? userType) === userType &&
			deletedAt === null,
	);
	const page = users.slice(offset, offset + limit).map(userOnWire);
	return ok({ users: page, total: users.length, limit, offset });
}

export const routes: readonly Route[] = [
	{ operationId: 'getMe', handle: getMe },
	{ operationId: 'listUsers', handle: listUsers },
];
