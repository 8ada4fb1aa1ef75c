import './environment.cts';
import { ExternalSecretsProxy } from 'n8n-core';
import { UserError, type INodeParameters, type IWorkflowExecuteAdditionalData } from 'n8n-workflow';
import { GivenCredentialsHelper, type GivenCredentials } from './credentialsHelper.cts';
import type { Packages } from './packages.cts';

/** n8n builds links from this; nothing listens there, so it may not look like a real host. */
const NOWHERE = 'http://n8n.invalid';

export interface AdditionalDataOptions {
	currentNodeParameters?: INodeParameters;
	/** Where webhooks are received, without a slash at its end; nowhere if not given. */
	instanceUrl?: string;
}

let executions = 0;

/**
 * What n8n gives every execution besides the workflow. Parts of n8n that are not here (sub-workflows,
 * the task runner of the Code node, agents) fail with an error that says so.
 */
export function createAdditionalData(
	packages: Packages,
	credentials: GivenCredentials,
	{ currentNodeParameters, instanceUrl = NOWHERE }: AdditionalDataOptions = {},
): IWorkflowExecuteAdditionalData & { credentialsHelper: GivenCredentialsHelper } {
	executions += 1;
	return {
		credentialsHelper: new GivenCredentialsHelper(packages, credentials),
		executionId: String(executions),
		currentNodeExecutionIndex: 0,
		currentNodeParameters,
		variables: {},
		externalSecretsProxy: new ExternalSecretsProxy(),
		restApiUrl: `${instanceUrl}/rest`,
		instanceBaseUrl: `${instanceUrl}/`,
		formBaseUrl: `${instanceUrl}/form`,
		formWaitingBaseUrl: `${instanceUrl}/form-waiting`,
		formTestBaseUrl: `${instanceUrl}/form-test`,
		webhookBaseUrl: `${instanceUrl}/webhook`,
		webhookWaitingBaseUrl: `${instanceUrl}/webhook-waiting`,
		webhookTestBaseUrl: `${instanceUrl}/webhook-test`,
		mcpBaseUrl: `${instanceUrl}/mcp`,
		mcpTestBaseUrl: `${instanceUrl}/mcp-test`,
		setExecutionStatus: () => {},
		logAiEvent: () => {},
		executeWorkflow: async () => notHere('Sub-workflows'),
		startRunnerTask: async () => notHere('The Code node'),
		getRunExecutionData: async () => undefined,
		getRuntimeCredential: async () => undefined,
	};
}

function notHere(what: string): never {
	throw new UserError(`${what} cannot run here. Run this workflow in n8n itself.`);
}
