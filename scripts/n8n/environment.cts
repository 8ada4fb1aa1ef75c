import { delimiter, dirname, join } from 'node:path';
import type { WholeN8n } from './instance.cts';

/** What would change n8n behind the back of whoever starts one here. */
const FOREIGN =
	/^(N8N_|DB_|EXECUTIONS_|QUEUE_|NODES_|CREDENTIALS_|EXTERNAL_|GENERIC_|WEBHOOK_|npm_|NODE_OPTIONS$|NODE_ENV$|no_proxy$)/;

export interface EnvironmentOptions {
	readonly n8n: WholeN8n;
	readonly userFolder: string;
	readonly port: number;
	readonly brokerPort: number;
	readonly encryptionKey: string | undefined;
	/** Whether activating a workflow is left to a service that tries again; n8n's default. */
	readonly publicationService: boolean;
	/** IANA zone of workflows that name none. */
	readonly zone: string;
}

/** The environment of an n8n that talks to nobody but those who ask it to. */
export function environmentOf(options: EnvironmentOptions): NodeJS.ProcessEnv {
	const { n8n, port, encryptionKey } = options;
	const { NO_PROXY, no_proxy } = process.env;
	const inherited = Object.entries(process.env).filter(([name]) => !FOREIGN.test(name));
	return {
		...Object.fromEntries(inherited),
		// n8n starts npm for its community nodes.
		PATH: `${dirname(n8n.node)}${delimiter}${process.env.PATH}`,
		NO_PROXY: [NO_PROXY ?? no_proxy, '127.0.0.1', 'localhost'].filter(Boolean).join(),
		N8N_USER_FOLDER: options.userFolder,
		...(encryptionKey !== undefined && { N8N_ENCRYPTION_KEY: encryptionKey }),
		N8N_ENFORCE_SETTINGS_FILE_PERMISSIONS: 'true',
		N8N_LISTEN_ADDRESS: '127.0.0.1',
		N8N_HOST: '127.0.0.1',
		N8N_PORT: String(port),
		N8N_EDITOR_BASE_URL: `http://127.0.0.1:${port}`,
		N8N_WEBHOOK_URL: `http://127.0.0.1:${port}/`,
		// The editor is served without encryption.
		N8N_SECURE_COOKIE: 'false',
		N8N_RUNNERS_BROKER_PORT: String(options.brokerPort),
		N8N_USE_WORKFLOW_PUBLICATION_SERVICE: String(options.publicationService),
		N8N_UNVERIFIED_PACKAGES_ENABLED: 'true',
		N8N_DIAGNOSTICS_ENABLED: 'false',
		N8N_VERSION_NOTIFICATIONS_ENABLED: 'false',
		N8N_TEMPLATES_ENABLED: 'false',
		N8N_PERSONALIZATION_ENABLED: 'false',
		// The first asks a server of n8n, the second takes the place of the list of workflows.
		N8N_DISABLED_MODULES: 'mcp-registry,instance-ai',
		GENERIC_TIMEZONE: options.zone,
		EXTERNAL_HOOK_FILES: join(__dirname, 'listPackage.cjs'),
		// On Windows a path has a colon, which separates the files else.
		EXTERNAL_HOOK_FILES_SEPARATOR: '|',
		MEETERGO_N8N_FOLDER: n8n.n8n,
	};
}
