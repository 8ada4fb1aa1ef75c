import type { Failure } from '../../transport/types';
import type { About } from '../operation';

/** Says who may do this, where meetergo tells no more than that it is forbidden. */
export function namePermission(failure: Failure, { whoMay }: About): Failure {
	if (whoMay === undefined || failure.code !== 'permissionDenied') return failure;
	return { ...failure, description: `${whoMay} ${failure.description}` };
}
