import { readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { GivenCredentials } from '../../engine/credentialsHelper.cts';
import { readWorkflow } from '../../engine/readWorkflow.cts';
import { Client } from '../n8n/client.cts';
import { readyToImport, typesIn, type CredentialReferences } from '../n8n/readyToImport.cts';
import type { State } from './state.cts';

const EXAMPLES = join(__dirname, '..', '..', 'examples');

const CREDENTIAL_NAMES: Readonly<Record<string, string>> = {
	meetergoPersonalAccessTokenApi: 'Sandbox: personal access token',
	meetergoPlatformApi: 'Sandbox: platform API key',
};

interface Wanted {
	/** Of n8n. */
	readonly url: string;
	readonly sandboxUrl: string;
	/** Those of the sandbox. */
	readonly credentials: GivenCredentials;
}

/**
 * Puts into n8n what it lacks: its owner, the credentials, examples that have come since. What is there
 * is left alone, but credentials follow the sandbox.
 *
 * @returns what there is now
 * @throws RestError with status 401 when the owner's password has been changed
 */
export async function furnish(
	state: State,
	{ url, sandboxUrl, credentials }: Wanted,
): Promise<State> {
	const isNew = Object.keys(state.credentialIds).length === 0;
	const missing = exampleFiles().filter((name) => !state.examples.includes(name));
	if (!isNew && missing.length === 0 && sandboxUrl === state.sandboxUrl) return state;

	const client = isNew
		? await Client.setUp(url, state.owner)
		: await Client.signIn(url, state.owner);
	const credentialIds = isNew ? await addCredentials(client, credentials) : state.credentialIds;
	if (!isNew && sandboxUrl !== state.sandboxUrl) {
		for (const [type, id] of Object.entries(credentialIds)) {
			await client.updateCredential(id, type, nameOf(type), credentials[type] ?? {});
		}
	}
	for (const name of missing) await addExample(client, name, referencesTo(credentialIds));
	return { ...state, credentialIds, sandboxUrl, examples: [...state.examples, ...missing] };
}

/** Their paths below the folder of examples. */
function exampleFiles(): string[] {
	const paths = readdirSync(EXAMPLES, { encoding: 'utf8', recursive: true });
	return paths.filter((path) => path.endsWith('.json')).sort();
}

async function addCredentials(
	client: Client,
	credentials: GivenCredentials,
): Promise<Record<string, string>> {
	const ids: Record<string, string> = {};
	for (const [type, data] of Object.entries(credentials)) {
		ids[type] = await client.createCredential(type, nameOf(type), data);
	}
	return ids;
}

async function addExample(
	client: Client,
	file: string,
	credentials: CredentialReferences,
): Promise<void> {
	const read = await readWorkflow(join(EXAMPLES, file));
	if ('problem' in read) throw new Error(read.problem.what);
	const { name = basename(file, '.json') } = read.workflow;
	const descriptions = await client.describe(typesIn(read.workflow));
	await client.createWorkflow({ ...readyToImport(read.workflow, credentials, descriptions), name });
}

function referencesTo(ids: Readonly<Record<string, string>>): CredentialReferences {
	return Object.fromEntries(
		Object.entries(ids).map(([type, id]) => [type, { id, name: nameOf(type) }]),
	);
}

function nameOf(type: string): string {
	return CREDENTIAL_NAMES[type] ?? type;
}
