import '../environment.cts';
import { WebhookContext } from 'n8n-core';
import {
	isNodeClassInstance,
	WorkflowConfigurationError,
	WorkflowOperationError,
	type INode,
	type IWebhookData,
	type IWebhookResponseData,
	type Workflow,
} from 'n8n-workflow';
import { refusal, type Answer } from './answer.cts';
import { readBody } from './body.cts';
import type { Execution, Executions, Start } from './executions.cts';
import type { NodeRequest, NodeResponse } from './express.cts';
import { toError, type HostedWorkflow, type Instance } from './instance.cts';
import { describedValue } from './webhooks.cts';

export interface Delivery {
	readonly hosted: HostedWorkflow;
	/** Made for this delivery. */
	readonly workflow: Workflow;
	readonly webhook: IWebhookData;
	readonly mode: 'webhook' | 'manual';
	readonly request: NodeRequest;
	readonly response: NodeResponse;
}

export interface Received {
	/** Nothing where the node answers itself. */
	readonly answer?: Answer;
	/** Whether the node's `webhook()` ended without an error: else n8n keeps nothing of the static data. */
	readonly succeeded: boolean;
	/** Where the delivery starts one; it has not ended yet. */
	readonly execution?: Promise<Execution>;
}

/** Lets a node receive a delivery, and starts the execution if it wants one. */
export async function receive(
	delivery: Delivery,
	instance: Instance,
	executions: Executions,
): Promise<Received> {
	const { hosted, workflow, webhook, mode, request } = delivery;
	const node = workflow.getNode(webhook.node);
	if (node === null) return failure('Could not find node to process webhook.');
	const read = (field: string, otherwise: unknown) =>
		describedValue(workflow, node, webhook.webhookDescription, field, otherwise, mode);
	const responseMode = read('responseMode', 'onReceived');
	if (responseMode !== 'onReceived') {
		return failure(`The response mode '${String(responseMode)}' cannot be used here.`);
	}
	const unreadable = await readBody(request, node);
	if (unreadable !== undefined) return { answer: unreadable, succeeded: false };

	const start: Start = { workflow: hosted, mode, node: node.name };
	let result: IWebhookResponseData;
	try {
		result = await callNode(delivery, node, instance);
	} catch (thrown) {
		const error = toError(thrown);
		return { ...failure(messageFor(error)), execution: executions.startFailed(start, error) };
	}
	const status = Number(read('responseCode', 200));
	const { workflowData } = result;
	const silent = result.noWebhookResponse === true;
	if (workflowData === undefined) {
		const body: unknown = result.webhookResponse ?? { message: 'Webhook call received' };
		return { answer: silent ? undefined : { status, body }, succeeded: true };
	}
	const execution = executions.start(start, workflowData);
	// The execution's workflow is made of the same static data, whereby n8n forgets that it has changed.
	workflow.staticData.__dataChanged = false;
	const body = bodyOnReceived(read('responseData', 'firstEntryJson'), result.webhookResponse);
	return { answer: silent ? undefined : { status, body }, succeeded: true, execution };
}

async function callNode(
	{ workflow, webhook, mode, request, response }: Delivery,
	node: INode,
	instance: Instance,
): Promise<IWebhookResponseData> {
	const nodeType = workflow.nodeTypes.getByNameAndVersion(node.type, node.typeVersion);
	if (nodeType.webhook === undefined) {
		throw new WorkflowOperationError('Node does not have any webhooks defined', node);
	}
	const additionalData = instance.additionalData();
	additionalData.httpRequest = request;
	additionalData.httpResponse = response;
	const context = new WebhookContext(workflow, node, additionalData, mode, webhook, [], null);
	return isNodeClassInstance(nodeType)
		? await nodeType.webhook(context)
		: await nodeType.webhook.call(context);
}

/**
 * A description without `responseData` means its default, which n8n then sends as it stands, whatever the node returns.
 * Only a description that sets it to nothing lets the node choose.
 */
function bodyOnReceived(responseData: unknown, webhookResponse: unknown): unknown {
	if (responseData === 'noData') return undefined;
	if (responseData) return responseData;
	return webhookResponse ?? { message: 'Workflow was started' };
}

function messageFor(error: Error): string {
	return error instanceof WorkflowConfigurationError
		? error.message
		: 'Workflow Webhook Error: Workflow could not be started!';
}

function failure(message: string): Received {
	return { answer: refusal(500, message), succeeded: false };
}
