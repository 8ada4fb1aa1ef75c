import '../environment.cts';
import { HookContext } from 'n8n-core';
import {
	NodeHelpers,
	resolveWebhookDescriptionField,
	type IHttpRequestMethods,
	type INode,
	type IWebhookData,
	type IWebhookDescription,
	type IWorkflowExecuteAdditionalData,
	type WebhookSetupMethodNames,
	type Workflow,
	type WorkflowActivateMode,
	type WorkflowExecuteMode,
} from 'n8n-workflow';

export const METHODS: readonly IHttpRequestMethods[] = [
	'DELETE',
	'GET',
	'HEAD',
	'PATCH',
	'POST',
	'PUT',
];

/** The webhooks that start a workflow, in the order of its nodes. */
export function webhooksOf(
	workflow: Workflow,
	additionalData: IWorkflowExecuteAdditionalData,
): IWebhookData[] {
	const nodes = Object.values(workflow.nodes).filter(({ disabled }) => disabled !== true);
	return nodes.flatMap((node) => webhooksOfNode(workflow, node, additionalData));
}

function webhooksOfNode(
	workflow: Workflow,
	node: INode,
	workflowExecuteAdditionalData: IWorkflowExecuteAdditionalData,
): IWebhookData[] {
	const { description } = workflow.nodeTypes.getByNameAndVersion(node.type, node.typeVersion);
	const starting = (description.webhooks ?? []).filter((webhook) => !webhook.restartWebhook);
	return starting.flatMap((webhookDescription) => {
		const read = (field: string, otherwise?: unknown) =>
			describedValue(workflow, node, webhookDescription, field, otherwise);
		const path = NodeHelpers.getNodeWebhookPath(
			workflow.id,
			node,
			withoutSlashes(String(read('path') ?? '')),
			read('isFullPath', false) === true,
		);
		const asked = String(read('httpMethod', 'GET'))
			.split(',')
			.map((method) => method.trim());
		return METHODS.filter((method) => asked.includes(method)).map((httpMethod) => ({
			httpMethod,
			node: node.name,
			path,
			webhookDescription,
			workflowId: workflow.id,
			workflowExecuteAdditionalData,
		}));
	});
}

/** A field of a webhook's description, resolved for the node. */
export function describedValue(
	workflow: Workflow,
	node: INode,
	description: IWebhookDescription,
	field: string,
	otherwise?: unknown,
	mode: WorkflowExecuteMode = 'internal',
): unknown {
	const native = resolveWebhookDescriptionField(node, description, field);
	if (native.resolved) return native.value;
	const value = description[field];
	if (value === undefined) return otherwise;
	return workflow.expression.getComplexParameterValue(node, value, mode, {});
}

function withoutSlashes(path: string): string {
	return path.trim().replace(/^\//, '').replace(/\/$/, '');
}

/** What a node is told of the activation that calls its webhook methods. */
export interface Calling {
	readonly mode: WorkflowExecuteMode;
	readonly activation: WorkflowActivateMode;
}

/** How n8n calls `delete`, whatever for. */
const DELETING: Calling = { mode: 'internal', activation: 'update' };

/** @throws whatever the node's `checkExists` or `create` throws */
export async function createIfMissing(
	workflow: Workflow,
	webhook: IWebhookData,
	calling: Calling,
): Promise<void> {
	if (await callMethod('checkExists', workflow, webhook, calling)) return;
	await callMethod('create', workflow, webhook, calling);
}

/** @throws whatever the node's `delete` throws */
export async function deleteWebhook(workflow: Workflow, webhook: IWebhookData): Promise<void> {
	await callMethod('delete', workflow, webhook, DELETING);
}

async function callMethod(
	name: WebhookSetupMethodNames,
	workflow: Workflow,
	webhook: IWebhookData,
	{ mode, activation }: Calling,
): Promise<boolean | undefined> {
	const node = workflow.getNode(webhook.node);
	if (node === null) return undefined;
	const { webhookMethods } = workflow.nodeTypes.getByNameAndVersion(node.type, node.typeVersion);
	const method = webhookMethods?.[webhook.webhookDescription.name]?.[name];
	const { workflowExecuteAdditionalData: data } = webhook;
	return await method?.call(new HookContext(workflow, node, data, mode, activation, webhook));
}
