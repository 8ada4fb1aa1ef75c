import type { WorkflowActivateMode } from 'n8n-workflow';
import type { HostedWorkflow } from './instance.cts';

/** How n8n publishes workflows: it has two ways. */
export interface Publication {
	/**
	 * @param mode what the nodes are told; `activate`, or `update` where it is published already, if not given
	 * @throws whatever `create` or a first poll throws
	 */
	publish(hosted: HostedWorkflow, mode?: WorkflowActivateMode): Promise<void>;
	/** What fails is logged. */
	unpublish(hosted: HostedWorkflow): Promise<void>;
	/** What n8n does with a published workflow when it starts. @throws whatever `create` or a first poll throws */
	resume(hosted: HostedWorkflow): Promise<void>;
}
