import { join } from 'node:path';
import { Client } from '../../scripts/n8n/client.cts';
import { startInstance } from '../../scripts/n8n/instance.cts';
import { owner, prepared } from '../preparedN8n.cts';
import { running, shareUrl } from './shared.cts';

/** Starts the n8n that most tests share. */
export default async function setUp(): Promise<void> {
	const { folder, n8n } = prepared();
	const startedAt = Date.now();
	console.log('\nStarting n8n ...');
	const instance = await startInstance({ n8n, userFolder: join(folder, 'shared') });
	running.instance = instance;
	shareUrl(instance.url);
	await Client.setUp(instance.url, owner);
	console.log(`Starting n8n: done (${Math.round((Date.now() - startedAt) / 1000)} s)`);
}
