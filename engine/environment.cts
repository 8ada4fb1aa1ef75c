import 'reflect-metadata';
import { existsSync, mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/*
 * Imported before anything of n8n: n8n-core reads its settings once, while it loads. A folder of our
 * own keeps it away from the settings and the encryption key of an n8n installed on this machine.
 */
const ENCRYPTION_KEY = 'engine-without-stored-secrets';

function prepareUserFolder(): string {
	const userFolder = join(__dirname, '..', 'node_modules', '.cache', 'engine');
	const settingsFolder = join(userFolder, '.n8n');
	const settingsFile = join(settingsFolder, 'config');
	if (existsSync(settingsFile)) return userFolder;

	mkdirSync(settingsFolder, { recursive: true });
	// Several processes may start at once, and n8n reads the file as soon as it exists.
	const draft = `${settingsFile}.${process.pid}`;
	writeFileSync(draft, JSON.stringify({ encryptionKey: ENCRYPTION_KEY }), { mode: 0o600 });
	renameSync(draft, settingsFile);
	return userFolder;
}

process.env.N8N_USER_FOLDER = prepareUserFolder();
process.env.N8N_ENCRYPTION_KEY = ENCRYPTION_KEY;
process.env.N8N_LOG_LEVEL ??= 'silent';
