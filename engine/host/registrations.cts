import { WebhookPathTakenError, type IWebhookData } from 'n8n-workflow';
import type { Table } from './database.cts';

/** Who receives what is sent to a method and path. */
export interface Registration {
	readonly workflowId: string;
	readonly node: string;
}

/** The production webhooks of all workflows: n8n keeps them in its database. */
export class Registrations {
	constructor(private readonly table: Table) {}

	/** @throws WebhookPathTakenError when another workflow listens there */
	claim({ httpMethod, path, workflowId, node }: IWebhookData): void {
		const holder = this.find(httpMethod, path);
		if (holder !== undefined && holder.workflowId !== workflowId) {
			throw new WebhookPathTakenError(node);
		}
		const registration: Registration = { workflowId, node };
		this.table.set(keyOf(httpMethod, path), JSON.stringify(registration));
	}

	find(method: string, path: string): Registration | undefined {
		const text = this.table.get(keyOf(method, path));
		return text === undefined ? undefined : toRegistration(text);
	}

	/** Whether the webhook's own workflow listens there. */
	has({ httpMethod, path, workflowId }: IWebhookData): boolean {
		return this.find(httpMethod, path)?.workflowId === workflowId;
	}

	/** The methods that somebody listens to at a path. */
	methodsAt(path: string): string[] {
		return this.all()
			.filter(({ key }) => key.endsWith(` ${path}`))
			.map(({ key }) => key.slice(0, key.indexOf(' ')));
	}

	/** @param node its name; all nodes of the workflow if not given */
	release(workflowId: string, node?: string): void {
		const released = this.all().filter(
			({ holder }) =>
				holder.workflowId === workflowId && (node === undefined || holder.node === node),
		);
		for (const { key } of released) this.table.delete(key);
	}

	private all() {
		return [...this.table.entries()].map(([key, text]) => ({ key, holder: toRegistration(text) }));
	}
}

function keyOf(method: string, path: string): string {
	return `${method} ${path}`;
}

function toRegistration(text: string): Registration {
	// The table holds nothing but what `claim` wrote.
	return JSON.parse(text) as Registration;
}
