import type { IHookFunctions, IPollFunctions, IWebhookFunctions } from 'n8n-workflow';
import { credentialType } from '../fields/authentication';
import type { Form } from '../fields/field';
import { formOver } from '../fields/formOver';
import { actingUser, NEEDS_USER } from '../fields/people';
import { type ClientOptions, connect, type Connection } from '../transport/connect';
import { inputFailure, toNodeError } from '../transport/nodeErrors';
import type { ApiClient, Failure } from '../transport/types';

/** The n8n contexts of triggers. */
export type TriggerContext = IHookFunctions | IWebhookFunctions | IPollFunctions;

/** What tells one trigger node from all others of this n8n. */
export function nameOf(context: TriggerContext): string {
	return `${context.getWorkflow().id} ${context.getNode().id}`;
}

/** The form of a trigger. A refusal ends what n8n called the trigger for. */
export function formOfTrigger(context: TriggerContext): Form {
	return formOver({
		parameter: (name) => context.getNodeParameter(name, null),
		workflowZone: () => context.getTimezone(),
		byAgent: false,
		note: (text) => context.logger.info(text),
		refuse(displayName, reason) {
			const description = `Correct the field "${displayName}" and publish the workflow again.`;
			throw toNodeError(context.getNode(), { ...inputFailure(displayName, reason), description });
		},
	});
}

/**
 * Connects a trigger with meetergo in the name of whom its form says.
 * @param whoMay what to tell where meetergo only says that something is forbidden
 */
export async function openTrigger(
	context: TriggerContext,
	form: Form,
	patience: Pick<ClientOptions, 'maxWaitMs' | 'attemptTimeoutMs' | 'lane'>,
	whoMay: string,
): Promise<{ readonly api: ApiClient; readonly connection: Connection }> {
	const authentication = form.value('authentication');
	const connection = await connect(context, credentialType(authentication), {
		fail(failure) {
			throw toNodeError(context.getNode(), explained(failure, whoMay));
		},
		hint: (text) => context.logger.info(text),
	});
	const namesUsers = authentication === 'platformApiKey';
	const user = namesUsers ? actingUser.read(form) : undefined;
	if (namesUsers && user === undefined && !connection.hasDefaultUser) {
		return form.refuse('Act As User', NEEDS_USER);
	}
	return { api: connection.client({ ...patience, actingUser: user }), connection };
}

function explained(failure: Failure, whoMay: string): Failure {
	if (failure.code !== 'permissionDenied') return failure;
	return { ...failure, description: `${whoMay} ${failure.description}` };
}
