import { failureBehind } from './nodeErrors';
import type { ApiClient, FailureCode } from './types';

/** What meetergo answers where a key, a plan or a user may not read something, or it does not exist. */
const refusals: ReadonlySet<FailureCode> = new Set([
	'permissionDenied',
	'planLimitReached',
	'notFound',
	'requestRefused',
]);

/** What a read gives, or `undefined` where this key may not read it. Other failures end the item. */
export async function ifReadable<T>(
	read: () => Promise<T>,
	api: ApiClient,
): Promise<T | undefined> {
	try {
		return await read();
	} catch (error) {
		const failure = failureBehind(error);
		return refusals.has(failure.code) ? undefined : api.fail(failure);
	}
}
