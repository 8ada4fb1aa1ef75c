import { deviationsOf, type Exchange } from '../../contract/validate.cts';
import type { ExportedWorkflow } from '../../engine/exportedWorkflow.cts';
import { startExampleSandbox, type ExampleSandbox } from '../../scripts/start/exampleSandbox.cts';
import { Client } from '../../scripts/n8n/client.cts';
import type { Execution } from '../../scripts/n8n/execution.cts';
import { unpublish } from '../../scripts/n8n/publication.cts';
import { readyToImport, type CredentialReferences } from '../../scripts/n8n/readyToImport.cts';
import type { SandboxOptions } from '../../sandbox/server.cts';
import { owner } from '../preparedN8n.cts';
import { sharedUrl } from './shared.cts';

/** Of the workflows, and of the day that the sandbox begins with. */
export const ZONE = 'Europe/Vienna';

/** What a credential holds besides key and address. So generous that no test waits for it. */
export interface Rates {
	readonly requestsPerMinute: number;
	readonly burst: number;
}

const GENEROUS: Rates = { requestsPerMinute: 1_000_000, burst: 1_000_000 };

export interface StageOptions {
	readonly sandbox?: Pick<SandboxOptions, 'limiter' | 'requestsPerMinute' | 'burst' | 'speed'>;
	readonly rates?: Rates;
	/** Exchanges that depart from the contract on purpose. */
	readonly isAstray?: (exchange: Exchange) => boolean;
}

/** An n8n, and a sandbox that the credentials in it point to. */
export class Stage {
	private readonly workflows: string[] = [];

	private constructor(
		readonly client: Client,
		readonly sandbox: ExampleSandbox,
		/** What went over the wire. */
		readonly exchanges: Exchange[],
		readonly credentials: CredentialReferences,
		private readonly isAstray: (exchange: Exchange) => boolean,
	) {}

	static async set(client: Client, options: StageOptions = {}): Promise<Stage> {
		const exchanges: Exchange[] = [];
		const sandbox = await startExampleSandbox(ZONE, {
			limiter: 'off',
			...options.sandbox,
			onExchange: (seen) => exchanges.push(seen),
		});
		const credentials: Record<string, { id: string; name: string }> = {};
		for (const [type, data] of Object.entries(sandbox.credentials)) {
			const name = `${type} at ${sandbox.url}`;
			const id = await client.createCredential(type, name, {
				...data,
				...(options.rates ?? GENEROUS),
			});
			credentials[type] = { id, name };
		}
		const { isAstray = () => false } = options;
		return new Stage(client, sandbox, exchanges, credentials, isAstray);
	}

	/** Imports a workflow as the editor does. @returns its id */
	async add(workflow: ExportedWorkflow): Promise<string> {
		const { name = 'Test', nodes, settings } = workflow;
		const descriptions = await this.client.describe(
			nodes.map(({ type, typeVersion }) => [type, typeVersion]),
		);
		const id = await this.client.createWorkflow({
			...readyToImport(workflow, this.credentials, descriptions),
			name,
			settings: { timezone: ZONE, ...settings },
		});
		this.workflows.push(id);
		return id;
	}

	/** Imports a workflow and runs it as the button in the editor does. */
	async run(workflow: ExportedWorkflow, trigger: string): Promise<Execution> {
		return await this.client.runWorkflow(await this.add(workflow), trigger);
	}

	/** Methods, paths and statuses of what went over the wire. */
	wire(): string[] {
		return this.exchanges.map(({ method, path, status }) => `${method} ${path} ${status}`);
	}

	/** Takes back what is published, and holds what was said against the contract. */
	async strike(): Promise<void> {
		for (const id of this.workflows) await unpublish(this.client.rest, id);
		await this.sandbox.deliveries.settled();
		await this.sandbox.close();
		const strays = this.exchanges.filter((seen) => !this.isAstray(seen)).flatMap(deviationsOf);
		expect(strays).toEqual([]);
	}
}

/** A stage for each test, on the n8n that tests share unless told otherwise. */
export function useStage(
	options: StageOptions = {},
	signIn: () => Promise<Client> = async () => await Client.signIn(sharedUrl(), owner),
): () => Stage {
	let stage: Stage | undefined;
	beforeEach(async () => {
		stage = await Stage.set(await signIn(), options);
	});
	afterEach(async () => await stage?.strike());
	return () => {
		if (stage === undefined) throw new Error('The stage is set only while tests run');
		return stage;
	};
}
