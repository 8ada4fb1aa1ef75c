import type { Answer } from './answer.cts';
import { receive } from './delivery.cts';
import type { Executions } from './executions.cts';
import type { NodeRequest, NodeResponse } from './express.cts';
import type { HostedWorkflow, Instance } from './instance.cts';
import { notRegistered } from './notRegistered.cts';
import type { Registrations } from './registrations.cts';
import { webhooksOf } from './webhooks.cts';

const HINT = 'Only the production URLs of published workflows are listened to.';

/** Receives what is sent to production URLs. */
export class LiveWebhooks {
	constructor(
		private readonly instance: Instance,
		private readonly registrations: Registrations,
		private readonly executions: Executions,
	) {}

	async answer(
		path: string,
		request: NodeRequest,
		response: NodeResponse,
	): Promise<Answer | undefined> {
		const { instance, registrations } = this;
		const { method = 'GET' } = request;
		const registration = registrations.find(method, path);
		const hosted = published(instance, registration?.workflowId);
		if (registration === undefined || hosted === undefined) {
			return notRegistered(method, path, registrations.methodsAt(path), HINT);
		}
		const workflow = instance.storedWorkflow(hosted);
		const webhook = webhooksOf(workflow, instance.additionalData()).find(
			({ node, httpMethod, path: at }) =>
				node === registration.node && httpMethod === method && at === path,
		);
		if (webhook === undefined) return notRegistered(method, path, [], HINT);
		const delivery = { hosted, workflow, webhook, mode: 'webhook' as const, request, response };
		const { answer, succeeded } = await receive(delivery, instance, this.executions);
		if (succeeded) instance.save(workflow);
		return answer;
	}
}

/** The workflow as it was published, if it is. */
export function published(
	instance: Instance,
	workflowId: string | undefined,
): HostedWorkflow | undefined {
	const text = workflowId === undefined ? undefined : instance.database.workflows.get(workflowId);
	// The table holds nothing but published workflows.
	return text === undefined ? undefined : (JSON.parse(text) as HostedWorkflow);
}
