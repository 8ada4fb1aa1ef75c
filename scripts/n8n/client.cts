import type { ExportedWorkflow } from '../../engine/exportedWorkflow.cts';
import { list, record, type Json } from '../../contract/json.cts';
import { executionOver, type Execution } from './execution.cts';
import { Rest } from './rest.cts';

/** Who owns an n8n. */
export interface Owner {
	readonly email: string;
	/** At least 8 characters, with a digit and a capital letter. */
	readonly password: string;
	readonly firstName: string;
	readonly lastName: string;
}

/** What a form asks for as it is filled in. */
export interface FormQuestion {
	readonly nodeType: string;
	readonly typeVersion: number;
	readonly methodName: string;
	/** Where in the form, e.g. `parameters.meetingTypeId`. */
	readonly path: string;
	readonly parameters: Json;
	/** By type. */
	readonly credentials?: Readonly<Record<string, { id: string; name: string }>>;
	readonly filter?: string;
	readonly paginationToken?: string;
}

/** One signed in to an n8n, doing what people do in its editor. */
export class Client {
	private constructor(readonly rest: Rest) {}

	/** Makes the owner of a new n8n, and signs in. */
	static async setUp(url: string, owner: Owner): Promise<Client> {
		const rest = new Rest(url);
		await rest.post('/owner/setup', owner);
		return new Client(rest);
	}

	static async signIn(
		url: string,
		{ email, password }: Pick<Owner, 'email' | 'password'>,
	): Promise<Client> {
		const rest = new Rest(url);
		await rest.post('/login', { emailOrLdapLoginId: email, password });
		return new Client(rest);
	}

	/** @returns its id */
	async createCredential(type: string, name: string, data: object): Promise<string> {
		return idIn(await this.rest.post('/credentials', { name, type, data }));
	}

	async updateCredential(id: string, type: string, name: string, data: object): Promise<void> {
		await this.rest.patch(`/credentials/${id}`, { name, type, data });
	}

	/** What the button in the credential's form says: `status` is `OK` or `Error`, with a `message`. */
	async testCredential(id: string, type: string, name: string, data: object): Promise<Json> {
		return record(
			await this.rest.post('/credentials/test', { credentials: { id, name, type, data } }),
		);
	}

	/** The workflow's name has to be given. @returns its id */
	async createWorkflow(workflow: ExportedWorkflow): Promise<string> {
		const { name, nodes, connections, settings = {}, pinData = {} } = workflow;
		const body = { name, nodes, connections, settings, pinData };
		// n8n 2.0 wants to be told.
		return idIn(await this.rest.post('/workflows', { ...body, active: false }));
	}

	/**
	 * Runs a workflow as the button in the editor does, and waits until it is over.
	 *
	 * @param trigger the name of the node to start from
	 */
	async runWorkflow(id: string, trigger: string): Promise<Execution> {
		// n8n 2.0 runs what it is sent, newer ones what they have stored.
		const workflowData = await this.rest.get(`/workflows/${id}`);
		const body = { workflowData, triggerToStartFrom: { name: trigger } };
		const { executionId } = record(await this.rest.post(`/workflows/${id}/run`, body));
		if (typeof executionId !== 'string')
			throw new Error(`${trigger} waits for a call before it runs.`);
		return await executionOver(this.rest, executionId);
	}

	/**
	 * Descriptions of node types.
	 *
	 * @param types such as `n8n-nodes-base.set`, with a version
	 * @throws RestError when n8n does not know one of them
	 */
	async describe(types: ReadonlyArray<readonly [type: string, version: number]>): Promise<Json[]> {
		const nodeInfos = types.map(([name, version]) => ({ name, version }));
		return list(await this.rest.post('/node-types', { nodeInfos })).map(record);
	}

	/** The types of all nodes that the editor offers, tools for AI agents included. */
	async nodeTypes(): Promise<Set<unknown>> {
		const described = list(await this.rest.get('/types/nodes.json', ''));
		return new Set(described.map((description) => record(description).name));
	}

	/** What Settings > Community nodes lists. */
	async communityPackages(): Promise<Json[]> {
		return list(await this.rest.get('/community-packages')).map(record);
	}

	/** The options of a dropdown. */
	async options(question: FormQuestion): Promise<Json[]> {
		return list(await this.ask('options', question)).map(record);
	}

	/** `results` of a locator's list, and a `paginationToken` when there are more. */
	async locatorResults(question: FormQuestion): Promise<Json> {
		return record(await this.ask('resource-locator-results', question));
	}

	/** `fields` of a resource mapper. */
	async mapperFields(question: FormQuestion): Promise<Json> {
		return record(await this.ask('resource-mapper-fields', question));
	}

	private async ask(kind: string, question: FormQuestion): Promise<unknown> {
		const { nodeType: name, typeVersion: version, parameters, ...rest } = question;
		return await this.rest.post(`/dynamic-node-parameters/${kind}`, {
			...rest,
			nodeTypeAndVersion: { name, version },
			currentNodeParameters: parameters,
		});
	}
}

function idIn(answer: unknown): string {
	const { id } = record(answer);
	if (typeof id !== 'string') throw new Error('n8n answers without an ID.');
	return id;
}
