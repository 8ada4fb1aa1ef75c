import { UserError, type IDataObject, type IWebhookData, type Workflow } from 'n8n-workflow';
import type { Answer } from './answer.cts';
import { receive } from './delivery.cts';
import type { Execution, Executions } from './executions.cts';
import type { NodeRequest, NodeResponse } from './express.cts';
import type { HostedWorkflow, Instance } from './instance.cts';
import { notRegistered } from './notRegistered.cts';
import { createIfMissing, deleteWebhook, webhooksOf } from './webhooks.cts';

const HINT = 'A test URL listens for one call after "Execute workflow" only.';

/** The editor waits for a call of a test URL. */
export interface TestListener {
	/** Of the workflow's first webhook. */
	readonly url: string;
	/** The one that the call has started, when it has ended; nothing when the editor stops waiting before. */
	readonly execution: Promise<Execution | undefined>;
	/** Stops waiting, as the button in the editor does. */
	stop(): Promise<void>;
}

/** A workflow that waits; each of its webhooks keeps static data of its own. */
interface Waiting {
	readonly hosted: HostedWorkflow;
	readonly webhooks: IWebhookData[];
	end(execution?: Promise<Execution>): void;
}

/** The webhooks of test URLs: in memory only, and without the static data of production. */
export class TestWebhooks {
	private readonly waiting = new Map<string, Waiting>();

	constructor(
		private readonly instance: Instance,
		private readonly executions: Executions,
	) {}

	/** @throws whatever `create` throws, after `delete` has been called */
	async listen(hosted: HostedWorkflow): Promise<TestListener> {
		const { instance } = this;
		await this.stop(hosted.id);
		const workflow = this.freshWorkflow(hosted);
		const data = instance.additionalData();
		const [first, ...others] = webhooksOf(workflow, data);
		if (first === undefined) {
			throw new UserError(`Workflow "${hosted.name ?? hosted.id}" has no webhook to listen to.`);
		}
		let end: Waiting['end'] = () => {};
		const execution = new Promise<Execution | undefined>((resolve) => {
			end = resolve;
		});
		const waiting: Waiting = { hosted, webhooks: [], end };
		this.waiting.set(hosted.id, waiting);
		for (const webhook of [first, ...others]) {
			const registered = { ...webhook, isTest: true };
			waiting.webhooks.push(registered);
			try {
				await createIfMissing(workflow, registered, { mode: 'manual', activation: 'manual' });
				// A copy, which the node's later calls then change.
				registered.staticData = JSON.parse(JSON.stringify(workflow.staticData)) as IDataObject;
			} catch (error) {
				await this.clear(waiting, workflow);
				throw error;
			}
		}
		return {
			url: `${data.webhookTestBaseUrl}/${first.path}`,
			execution,
			stop: async () => await this.stop(hosted.id),
		};
	}

	async answer(
		path: string,
		request: NodeRequest,
		response: NodeResponse,
	): Promise<Answer | undefined> {
		const { method = 'GET' } = request;
		const atPath = [...this.waiting.values()].flatMap((waiting) =>
			waiting.webhooks
				.filter((webhook) => webhook.path === path)
				.map((webhook) => ({ waiting, webhook })),
		);
		const found = atPath.find(({ webhook }) => webhook.httpMethod === method);
		if (found === undefined) {
			const methods = atPath.map(({ webhook }) => webhook.httpMethod);
			return notRegistered(method, path, methods, HINT);
		}
		const { waiting, webhook } = found;
		const { hosted } = waiting;
		const workflow = this.freshWorkflow(hosted);
		if (webhook.staticData) workflow.setTestStaticData(webhook.staticData);
		const delivery = { hosted, workflow, webhook, mode: 'manual' as const, request, response };
		const { answer, execution } = await receive(delivery, this.instance, this.executions);
		if (execution !== undefined) {
			waiting.end(execution);
			await this.clearOrLog(waiting, workflow);
		}
		return answer;
	}

	/** As the end of the process does. */
	forgetAll(): void {
		for (const { end } of this.waiting.values()) end();
		this.waiting.clear();
	}

	private async stop(workflowId: string): Promise<void> {
		const waiting = this.waiting.get(workflowId);
		if (waiting === undefined) return;
		await this.clearOrLog(waiting, this.freshWorkflow(waiting.hosted));
		waiting.end();
	}

	private async clearOrLog(waiting: Waiting, workflow: Workflow): Promise<void> {
		try {
			await this.clear(waiting, workflow);
		} catch (error) {
			this.instance.log(waiting.hosted.id, 'delete a test webhook', error);
		}
	}

	/** The first `delete` that fails ends it, and its webhook goes on waiting. */
	private async clear(waiting: Waiting, workflow: Workflow): Promise<void> {
		const { webhooks, hosted } = waiting;
		for (const webhook of [...webhooks]) {
			if (webhook.staticData) workflow.staticData = webhook.staticData;
			await deleteWebhook(workflow, webhook);
			webhooks.splice(webhooks.indexOf(webhook), 1);
		}
		if (this.waiting.get(hosted.id) === waiting) this.waiting.delete(hosted.id);
	}

	private freshWorkflow(hosted: HostedWorkflow): Workflow {
		return this.instance.workflow(hosted, {}, false);
	}
}
