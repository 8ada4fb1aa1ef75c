import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from '../../scripts/n8n/client.cts';
import { startInstance, type Instance } from '../../scripts/n8n/instance.cts';
import { freePort } from '../../scripts/n8n/ports.cts';
import { owner, prepared } from '../preparedN8n.cts';

const STARTS_WITHIN_MS = 240_000;

interface OwnN8nOptions {
	readonly publicationService?: boolean;
	/** That of the other tests if not given. */
	readonly which?: 'n8n' | 'oldest';
	readonly env?: Readonly<Record<string, string>>;
}

/** An n8n that tests may end and start again as they like. */
export class OwnN8n {
	private instance: Instance | undefined;

	private constructor(
		private readonly options: OwnN8nOptions,
		private readonly userFolder: string,
		private readonly port: number,
	) {}

	static async start(options: OwnN8nOptions): Promise<OwnN8n> {
		const userFolder = mkdtempSync(join(prepared().folder, 'n8n-'));
		const own = new OwnN8n(options, userFolder, await freePort());
		await own.start();
		await Client.setUp(own.url, owner);
		return own;
	}

	get url(): string {
		return `http://127.0.0.1:${this.port}`;
	}

	async signIn(): Promise<Client> {
		return await Client.signIn(this.url, owner);
	}

	/** With everything that it has kept, at the same address. */
	async start(): Promise<void> {
		const { userFolder, port } = this;
		const { which = 'n8n', ...options } = this.options;
		const n8n = prepared()[which];
		if (n8n === undefined) throw new Error(`There is no "${which}" ready.`);
		this.instance = await startInstance({ ...options, n8n, userFolder, port });
	}

	async stop(): Promise<void> {
		await this.instance?.stop();
		this.instance = undefined;
	}
}

/** One for all tests of a block. */
export function useOwnN8n(options: OwnN8nOptions): () => OwnN8n {
	let own: OwnN8n | undefined;
	beforeAll(async () => {
		own = await OwnN8n.start(options);
	}, STARTS_WITHIN_MS);
	afterAll(async () => await own?.stop());
	return () => {
		if (own === undefined) throw new Error('n8n is there only while tests run');
		return own;
	};
}
