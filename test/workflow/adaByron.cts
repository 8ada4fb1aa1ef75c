import type { INodeParameters } from 'n8n-workflow';
import type { User } from '../../sandbox/records/people.cts';
import type { Stage } from './stage.cts';

/** Creates or updates a user whom the seed does not have. */
export function adaByron(more: INodeParameters = {}): INodeParameters {
	return {
		authentication: 'platformApiKey',
		resource: 'user',
		operation: 'upsert',
		email: 'ada.byron@example.org',
		givenName: 'Ada',
		familyName: 'Byron',
		...more,
	};
}

/** The same for one who is there. */
export function milaNovak(more: INodeParameters = {}): INodeParameters {
	return adaByron({
		email: 'mila.novak@example.org',
		givenName: 'Mila',
		familyName: 'Novak',
		...more,
	});
}

/** The users with a mail address, in whatever case. */
export function usersAt({ sandbox }: Stage, email: string): User[] {
	return [...sandbox.state.users.values()].filter(
		(user) => user.email.toLowerCase() === email.toLowerCase(),
	);
}
