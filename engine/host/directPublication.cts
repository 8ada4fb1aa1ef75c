import type { WorkflowActivateMode } from 'n8n-workflow';
import type { HostedWorkflow, Instance } from './instance.cts';
import { published } from './live.cts';
import type { Pollers } from './pollers.cts';
import type { Publication } from './publication.cts';
import type { Registrations } from './registrations.cts';
import { createIfMissing, deleteWebhook, webhooksOf } from './webhooks.cts';

/**
 * How n8n publishes with `N8N_USE_WORKFLOW_PUBLICATION_SERVICE=false`. Each node has one try. When it fails, `delete` is
 * called for all webhooks of the workflow, twice, and finds the static data as it was before; then nothing is published.
 */
export class DirectPublication implements Publication {
	constructor(
		private readonly instance: Instance,
		private readonly registrations: Registrations,
		private readonly pollers: Pollers,
	) {}

	async publish(hosted: HostedWorkflow, mode?: WorkflowActivateMode): Promise<void> {
		const { workflows } = this.instance.database;
		const before = published(this.instance, hosted.id);
		if (before !== undefined) await this.remove(before);
		workflows.set(hosted.id, JSON.stringify(hosted));
		try {
			await this.add(hosted, mode ?? (before === undefined ? 'activate' : 'update'));
		} catch (error) {
			await this.remove(hosted);
			workflows.delete(hosted.id);
			throw error;
		}
	}

	async unpublish(hosted: HostedWorkflow): Promise<void> {
		await this.remove(hosted);
		this.instance.database.workflows.delete(hosted.id);
	}

	async resume(hosted: HostedWorkflow): Promise<void> {
		await this.add(hosted, 'init');
	}

	private async add(hosted: HostedWorkflow, activation: WorkflowActivateMode): Promise<void> {
		const { instance } = this;
		const workflow = instance.storedWorkflow(hosted);
		for (const webhook of webhooksOf(workflow, instance.additionalData())) {
			try {
				this.registrations.claim(webhook);
				await createIfMissing(workflow, webhook, { mode: 'trigger', activation });
			} catch (error) {
				await this.clearWebhooks(hosted);
				throw error;
			}
		}
		instance.save(workflow);
		await this.pollers.start(hosted, workflow, workflow.getPollNodes(), activation);
		instance.save(workflow);
	}

	private async remove(hosted: HostedWorkflow): Promise<void> {
		await this.clearWebhooks(hosted);
		this.pollers.stop(this.instance.storedWorkflow(hosted));
	}

	/** The first that fails ends it: nothing is stored then, and all addresses stay taken. */
	private async clearWebhooks(hosted: HostedWorkflow): Promise<void> {
		const { instance } = this;
		const workflow = instance.storedWorkflow(hosted);
		try {
			for (const webhook of webhooksOf(workflow, instance.additionalData())) {
				await deleteWebhook(workflow, webhook);
			}
			instance.save(workflow);
			this.registrations.release(hosted.id);
		} catch (error) {
			instance.log(hosted.id, 'delete the webhooks', error);
		}
	}
}
