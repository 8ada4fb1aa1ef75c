import './environment.cts';
import { ExternalSecretsProxy } from 'n8n-core';
import { UserError, type INodeParameters, type IWorkflowExecuteAdditionalData } from 'n8n-workflow';
import { GivenCredentialsHelper, type GivenCredentials } from './credentialsHelper.cts';
import type { Packages } from './packages.cts';

/** n8n builds links from these; nothing listens there, so none may look like a real host. */
const INSTANCE_URL = 'http://n8n.invalid/';

let executions = 0;

/**
 * What n8n gives every execution besides the workflow. Parts of n8n that are not here (sub-workflows,
 * the task runner of the Code node, agents) fail with an error that says so.
 */
export function createAdditionalData(
	packages: Packages,
	credentials: GivenCredentials,
	currentNodeParameters?: INodeParameters,
): IWorkflowExecuteAdditionalData & { credentialsHelper: GivenCredentialsHelper } {
	executions += 1;
	return {
		credentialsHelper: new GivenCredentialsHelper(packages, credentials),
		executionId: String(executions),
		currentNodeExecutionIndex: 0,
		currentNodeParameters,
		variables: {},
		externalSecretsProxy: new ExternalSecretsProxy(),
		restApiUrl: `${INSTANCE_URL}rest`,
		instanceBaseUrl: INSTANCE_URL,
		formBaseUrl: `${INSTANCE_URL}form`,
		formWaitingBaseUrl: `${INSTANCE_URL}form-waiting`,
		formTestBaseUrl: `${INSTANCE_URL}form-test`,
		webhookBaseUrl: `${INSTANCE_URL}webhook`,
		webhookWaitingBaseUrl: `${INSTANCE_URL}webhook-waiting`,
		webhookTestBaseUrl: `${INSTANCE_URL}webhook-test`,
		mcpBaseUrl: `${INSTANCE_URL}mcp`,
		mcpTestBaseUrl: `${INSTANCE_URL}mcp-test`,
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
