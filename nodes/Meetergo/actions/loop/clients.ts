import type { IExecuteFunctions } from 'n8n-workflow';
import type { Form } from '../../fields/field';
import { actingUser, NEEDS_USER } from '../../fields/people';
import { waitBudgetMs } from '../../fields/waiting';
import type { Connection } from '../../transport/connect';
import type { ApiClient } from '../../transport/types';
import type { About } from '../operation';

/** Gives each item the API client it asks for: in whose name it calls, and how patient it is. */
export function clientsOf(
	context: IExecuteFunctions,
	connection: Connection,
	{ actingUser: need }: About,
): (form: Form) => ApiClient {
	const namesUsers = context.getNodeParameter('authentication', 0) === 'platformApiKey';
	const caller = context.getNode().type.endsWith('Tool') ? 'agent' : 'workflow';
	const clients = new Map<string, ApiClient>();

	return (form) => {
		const user = namesUsers ? actingUser.read(form) : undefined;
		if (namesUsers && need === 'required' && user === undefined && !connection.hasDefaultUser) {
			return form.refuse('Act As User', NEEDS_USER);
		}
		const maxWaitMs = waitBudgetMs(form, caller);
		const key = `${user} ${maxWaitMs}`;
		// An agent's conversation stands still until the tool answers.
		const lane = caller === 'agent' ? 'urgent' : 'background';
		const client = clients.get(key) ?? connection.client({ actingUser: user, maxWaitMs, lane });
		clients.set(key, client);
		return client;
	};
}
