import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { GivenCredentials } from '../engine/credentialsHelper.cts';
import type { ExportedWorkflow } from '../engine/exportedWorkflow.cts';
import { readWorkflow } from '../engine/readWorkflow.cts';
import { Client } from '../scripts/n8n/client.cts';
import { startInstance } from '../scripts/n8n/instance.cts';
import { readyToImport, typesIn } from '../scripts/n8n/readyToImport.cts';
import { startExampleSandbox, type ExampleSandbox } from '../scripts/start/exampleSandbox.cts';
import { owner, prepared } from './preparedN8n.cts';

const ZONE = 'Europe/Vienna';

const EXAMPLES = join(__dirname, '..', 'examples');

/** As people would call them: pictures show them. */
const NAMES: Readonly<Record<string, string>> = {
	meetergoPersonalAccessTokenApi: 'Lena, personal access token',
	meetergoPlatformApi: 'Company, platform API key',
};

/** A whole n8n with this package in it, and the sandbox that its credentials point at. */
export interface WholeStage {
	readonly url: string;
	readonly client: Client;
	readonly sandbox: ExampleSandbox;
	/** Imports an example. @returns its id */
	addExample(file: string): Promise<string>;
	/** Imports a workflow, with credentials that are there. @returns its id */
	addWorkflow(workflow: ExportedWorkflow): Promise<string>;
	close(): Promise<void>;
}

/** @param further credentials besides those of meetergo, by type */
export async function startWholeStage(further: GivenCredentials = {}): Promise<WholeStage> {
	const userFolder = await mkdtemp(join(tmpdir(), 'n8n-nodes-meetergo-'));
	const sandbox = await startExampleSandbox(ZONE);
	const instance = await startInstance({ n8n: prepared().n8n, userFolder, zone: ZONE });
	const { url } = instance;
	const client = await Client.setUp(url, owner);
	const references: Record<string, { id: string; name: string }> = {};
	for (const [type, data] of Object.entries({ ...sandbox.credentials, ...further })) {
		const name = NAMES[type] ?? type;
		references[type] = { id: await client.createCredential(type, name, data), name };
	}
	const addWorkflow = async (workflow: ExportedWorkflow) => {
		const descriptions = await client.describe(typesIn(workflow));
		return await client.createWorkflow(readyToImport(workflow, references, descriptions));
	};
	return {
		url,
		client,
		sandbox,
		addWorkflow,
		addExample: async (file) => await addWorkflow(await exampleIn(file)),
		async close() {
			await instance.stop();
			await sandbox.close();
			await rm(userFolder, { recursive: true, force: true, maxRetries: 5 });
		},
	};
}

async function exampleIn(file: string): Promise<ExportedWorkflow> {
	const read = await readWorkflow(join(EXAMPLES, file));
	if ('problem' in read) throw new Error(read.problem.what);
	return read.workflow;
}
