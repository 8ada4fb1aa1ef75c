import '../environment.cts';
import type { IDataObject, IWorkflowExecuteAdditionalData, Workflow } from 'n8n-workflow';
import { createAdditionalData } from '../additionalData.cts';
import type { GivenCredentials } from '../credentialsHelper.cts';
import { toWorkflow, type ExportedWorkflow } from '../exportedWorkflow.cts';
import { isObject } from '../isObject.cts';
import type { Packages } from '../packages.cts';
import type { Database } from './database.cts';

/** A workflow as n8n saves it. */
export interface HostedWorkflow extends ExportedWorkflow {
	id: string;
}

/** What n8n writes to its log and tells nobody else. */
export interface Logged {
	/** Empty where it concerns none. */
	readonly workflowId: string;
	/** What could not be done, e.g. `delete the webhooks`. */
	readonly what: string;
	readonly error: Error;
}

/** What all parts of a host share. */
export class Instance {
	readonly logged: Logged[] = [];

	constructor(
		readonly packages: Packages,
		readonly credentials: GivenCredentials,
		readonly database: Database,
		/** Without a slash at its end. */
		readonly url: string,
	) {}

	/** For whatever is no execution, and has no execution's id. */
	additionalData(): IWorkflowExecuteAdditionalData {
		const { url: instanceUrl } = this;
		const data = createAdditionalData(this.packages, this.credentials, { instanceUrl });
		return { ...data, executionId: undefined };
	}

	/** A workflow of its own: n8n makes one for each purpose, and they share nothing but what is stored. */
	workflow(hosted: HostedWorkflow, staticData: IDataObject, active = true): Workflow {
		return toWorkflow(hosted, this.packages, this.credentials, { active, staticData });
	}

	/** The workflow with the static data that is stored now. */
	storedWorkflow(hosted: HostedWorkflow): Workflow {
		return this.workflow(hosted, this.staticData(hosted.id));
	}

	/** A copy of what is stored. */
	staticData(workflowId: string): IDataObject {
		const stored: unknown = JSON.parse(this.database.staticData.get(workflowId) ?? '{}');
		return isObject(stored) ? (stored as IDataObject) : {};
	}

	/** Stores the static data if it has changed. n8n goes on when that fails. */
	save(workflow: Workflow): void {
		if (workflow.staticData.__dataChanged !== true) return;
		try {
			this.database.staticData.set(workflow.id, JSON.stringify(workflow.staticData));
			workflow.staticData.__dataChanged = false;
		} catch (error) {
			this.log(workflow.id, 'save the static data', error);
		}
	}

	log(workflowId: string, what: string, error: unknown): void {
		this.logged.push({ workflowId, what, error: toError(error) });
	}
}

export function toError(thrown: unknown): Error {
	return isError(thrown) ? thrown : new Error(String(thrown));
}

/** Errors of other realms, as tests have them, are no instances of this realm's `Error`. */
function isError(thrown: unknown): thrown is Error {
	return thrown instanceof Error || Object.prototype.toString.call(thrown) === '[object Error]';
}
