import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isRecord } from '../../contract/json.cts';
import type { Owner } from '../n8n/client.cts';

/** What the next start has to know. */
export interface State {
	readonly owner: Owner;
	readonly encryptionKey: string;
	/** Ids in n8n, by type. Empty until n8n is furnished. */
	readonly credentialIds: Readonly<Record<string, string>>;
	/** Where the credentials point. */
	readonly sandboxUrl: string;
	/** The files that have been imported. */
	readonly examples: readonly string[];
}

/** What an n8n that has nobody and nothing in it begins with. */
export function newState(): State {
	return {
		owner: {
			email: 'owner@example.com',
			// n8n wants a digit and a capital letter.
			password: `Try1-${randomBytes(9).toString('base64url')}`,
			firstName: 'Lena',
			lastName: 'Okafor',
		},
		encryptionKey: randomBytes(24).toString('hex'),
		credentialIds: {},
		sandboxUrl: '',
		examples: [],
	};
}

/**
 * What earlier starts have left. It is written once n8n is furnished, so without it what else they have
 * left is half done, and removed.
 */
export function readState(folder: string): State | undefined {
	const file = fileIn(folder);
	const read: unknown = existsSync(file) ? parse(readFileSync(file, 'utf8')) : undefined;
	if (isState(read) && existsSync(userFolderIn(folder))) return read;
	rmSync(userFolderIn(folder), { recursive: true, force: true });
	return undefined;
}

export function writeState(folder: string, state: State): void {
	writeFileSync(fileIn(folder), JSON.stringify(state, null, '\t'), { mode: 0o600 });
}

/** Where n8n keeps what it keeps. */
export function userFolderIn(folder: string): string {
	return join(folder, 'n8n');
}

function fileIn(folder: string): string {
	return join(folder, 'state.json');
}

function parse(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}

/** Nobody but `writeState` writes the file, so what matters is that all of it is there. */
function isState(value: unknown): value is State {
	return (
		isRecord(value) &&
		isRecord(value.owner) &&
		isRecord(value.credentialIds) &&
		typeof value.encryptionKey === 'string' &&
		typeof value.sandboxUrl === 'string' &&
		Array.isArray(value.examples)
	);
}
