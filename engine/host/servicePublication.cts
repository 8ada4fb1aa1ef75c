import {
	UserError,
	WebhookPathTakenError,
	type INode,
	type IWebhookData,
	type Workflow,
	type WorkflowActivateMode,
} from 'n8n-workflow';
import { toError, type HostedWorkflow, type Instance } from './instance.cts';
import { published } from './live.cts';
import type { Pollers } from './pollers.cts';
import type { Publication } from './publication.cts';
import type { Registrations } from './registrations.cts';
import { retry, type Pause } from './retry.cts';
import { createIfMissing, deleteWebhook, webhooksOf } from './webhooks.cts';

const CREATE_TRIES = 5;
const DELETE_TRIES = 3;

/**
 * How n8n publishes by default. Nodes that are not active yet are activated at once, each with five tries; after a
 * failed one `delete` is called and finds what `create` has kept. Whatever fails, the workflow stays published, and so do
 * its other nodes. A restart leaves webhooks alone.
 */
export class ServicePublication implements Publication {
	constructor(
		private readonly instance: Instance,
		private readonly registrations: Registrations,
		private readonly pollers: Pollers,
		private readonly pause: Pause,
	) {}

	async publish(hosted: HostedWorkflow, mode?: WorkflowActivateMode): Promise<void> {
		const before = published(this.instance, hosted.id);
		const changed = before !== undefined && JSON.stringify(before) !== JSON.stringify(hosted);
		if (changed) await this.unpublish(before);
		this.instance.database.workflows.set(hosted.id, JSON.stringify(hosted));
		await this.activateMissing(hosted, mode ?? (before === undefined ? 'activate' : 'update'));
	}

	async unpublish(hosted: HostedWorkflow): Promise<void> {
		const { instance } = this;
		const workflow = instance.storedWorkflow(hosted);
		this.pollers.stop(workflow);
		this.registrations.release(hosted.id);
		const webhooks = webhooksOf(workflow, instance.additionalData());
		const deletions = await Promise.allSettled(
			webhooks.map(async (webhook) => {
				const work = async () => await deleteWebhook(workflow, webhook);
				await retry(DELETE_TRIES, work, this.pause, (error) => !isOfUser(error));
			}),
		);
		for (const deletion of deletions) {
			if (deletion.status === 'fulfilled') continue;
			instance.log(hosted.id, 'delete a webhook', deletion.reason);
		}
		instance.save(workflow);
		instance.database.workflows.delete(hosted.id);
	}

	async resume(hosted: HostedWorkflow): Promise<void> {
		// n8n looks for nodes that ought to be active in its memory, which webhooks are not.
		if (this.instance.storedWorkflow(hosted).getPollNodes().length === 0) return;
		await this.activateMissing(hosted, 'init');
	}

	private async activateMissing(hosted: HostedWorkflow, mode: WorkflowActivateMode): Promise<void> {
		const { instance, pollers } = this;
		const workflow = instance.storedWorkflow(hosted);
		const webhooks = webhooksOf(workflow, instance.additionalData());
		const unregistered = new Set(
			webhooks.filter((webhook) => !this.registrations.has(webhook)).map(({ node }) => node),
		);
		const unpolled = workflow.getPollNodes().filter(({ id }) => !pollers.isActive(hosted.id, id));
		const activations = await Promise.allSettled([
			...[...unregistered].map(async (name) => {
				const ofNode = webhooks.filter(({ node }) => node === name);
				await this.createWebhooks(workflow, ofNode, mode);
			}),
			...unpolled.map(async (node) => await this.startPolling(hosted, workflow, node, mode)),
		]);
		instance.save(workflow);
		const failed = activations.filter((activation) => activation.status === 'rejected');
		const errors = failed.map(({ reason }) => toError(reason));
		if (errors.length > 1) {
			const messages = errors.map(({ message }) => message).join('; ');
			throw new AggregateError(errors, `Triggers failed to activate: ${messages}`);
		}
		if (errors[0] !== undefined) throw errors[0];
	}

	private async createWebhooks(
		workflow: Workflow,
		webhooks: readonly IWebhookData[],
		activation: WorkflowActivateMode,
	): Promise<void> {
		for (const webhook of webhooks) {
			await this.tryFiveTimes(async () => {
				this.registrations.claim(webhook);
				try {
					await createIfMissing(workflow, webhook, { mode: 'trigger', activation });
				} catch (error) {
					await this.clearAfterFailure(workflow, webhook);
					throw error;
				}
			});
		}
	}

	private async clearAfterFailure(workflow: Workflow, webhook: IWebhookData): Promise<void> {
		try {
			await deleteWebhook(workflow, webhook);
			this.instance.save(workflow);
			this.registrations.release(workflow.id, webhook.node);
		} catch (error) {
			this.instance.log(workflow.id, 'delete a webhook', error);
		}
	}

	private async startPolling(
		hosted: HostedWorkflow,
		workflow: Workflow,
		node: INode,
		mode: WorkflowActivateMode,
	): Promise<void> {
		await this.tryFiveTimes(async () => await this.pollers.start(hosted, workflow, [node], mode));
	}

	private async tryFiveTimes(work: () => Promise<void>): Promise<void> {
		const isTransient = (error: unknown) => !(error instanceof WebhookPathTakenError);
		await retry(CREATE_TRIES, work, this.pause, isTransient);
	}
}

function isOfUser(error: unknown): boolean {
	return error instanceof UserError || toError(error).cause instanceof UserError;
}
