import type {
	ICredentialDataDecryptedObject,
	INodeParameterResourceLocator,
	INodeParameters,
} from 'n8n-workflow';
import { deviationsOf, type Exchange } from '../../contract/validate.cts';
import { speedUpNode } from '../../engine/fastTime.cts';
import { runNode, type RunNodeOptions, type RunNodeResult } from '../../engine/runNode.cts';
import { credentials, ids } from '../../sandbox/seed.cts';
import { startSandbox, type Sandbox, type SandboxOptions } from '../../sandbox/server.cts';
import { expectDocumented } from './documented.cts';

export { credentials, ids };

/** The two ways to sign in, as the node's *Authentication* names them. */
export type Authentication = 'personalAccessToken' | 'platformApiKey';

/** For `describe.each`: an operation that both kinds of credential may call has to work with both. */
export const bothCredentials: readonly Authentication[] = ['personalAccessToken', 'platformApiKey'];

/** So generous that no test waits for it. */
const rates = { requestsPerMinute: 1_000_000, burst: 1_000_000, processes: 1 };

/** A sandbox and the node before it. */
export interface Stage {
	readonly sandbox: Sandbox;
	/** What went over the wire since the last `clear`. */
	readonly exchanges: Exchange[];
	/** Runs the node as the admin Lena; `credential` replaces single fields of the credential. */
	run(
		parameters: INodeParameters,
		options?: Partial<RunNodeOptions> & { credential?: ICredentialDataDecryptedObject },
	): Promise<RunNodeResult>;
	/** Both credentials of Lena, by type. */
	credentialsOf(
		credential?: ICredentialDataDecryptedObject,
	): Record<string, ICredentialDataDecryptedObject>;
	/** Fails when a request or an answer departed from the contract; forgets what was seen. */
	checkContract(): void;
	close(): Promise<void>;
}

/** Both credentials of Lena at a sandbox, by type; `credential` replaces single fields. */
export function credentialsAt(
	{ url }: Sandbox,
	credential: ICredentialDataDecryptedObject = {},
): Record<string, ICredentialDataDecryptedObject> {
	const shared = { baseUrl: `${url}/v4`, ...rates };
	return {
		meetergoPersonalAccessTokenApi: {
			...shared,
			accessToken: credentials.adminToken,
			...credential,
		},
		meetergoPlatformApi: {
			...shared,
			apiKey: credentials.platformKey,
			actingUserId: ids.admin,
			...credential,
		},
	};
}

/** Starts a sandbox for one test file. Its limiter is off unless asked for. */
export async function setStage(options: SandboxOptions = {}): Promise<Stage> {
	const exchanges: Exchange[] = [];
	const sandbox = await startSandbox({
		limiter: 'off',
		...options,
		onExchange(exchange) {
			exchanges.push(exchange);
			options.onExchange?.(exchange);
		},
	});
	const credentialsOf = (credential?: ICredentialDataDecryptedObject) =>
		credentialsAt(sandbox, credential);
	return {
		sandbox,
		exchanges,
		credentialsOf,
		async run(parameters, { credential, ...more } = {}) {
			const result = await runNode({
				timezone: 'Europe/Vienna',
				...more,
				parameters: { authentication: 'personalAccessToken', ...parameters },
				credentials: credentialsOf(credential),
			});
			expectDocumented(parameters, result);
			return result;
		},
		checkContract() {
			expect(exchanges.splice(0).flatMap(deviationsOf)).toEqual([]);
		},
		close: async () => await sandbox.close(),
	};
}

/**
 * Sets the stage for a test file, or anew for each of its tests, and strikes it afterwards. After each test
 * faults are cleared and the contract is checked.
 */
export function useStage({
	forEachTest = false,
	nodeSpeed = 1,
	attemptTimeoutMs,
	...options
}: UseStageOptions = {}): Stage {
	let stage: Stage | undefined;
	let backToRealTime = () => {};
	const current = (): Stage => {
		if (stage === undefined) throw new Error('The stage is set only while tests run');
		return stage;
	};
	const [before, after] = forEachTest ? [beforeEach, afterEach] : [beforeAll, afterAll];
	before(async () => {
		if (nodeSpeed !== 1) backToRealTime = speedUpNode(nodeSpeed, attemptTimeoutMs);
		stage = await setStage(options);
	});
	afterEach(() => {
		current().sandbox.faults.clear();
		current().checkContract();
	});
	after(async () => {
		backToRealTime();
		await current().close();
	});
	return {
		get sandbox() {
			return current().sandbox;
		},
		get exchanges() {
			return current().exchanges;
		},
		run: async (...call) => await current().run(...call),
		credentialsOf: (credential) => current().credentialsOf(credential),
		checkContract: () => current().checkContract(),
		close: async () => await current().close(),
	};
}

interface UseStageOptions extends SandboxOptions {
	/** A sandbox of its own for each test, for those that change what is in it. */
	readonly forEachTest?: boolean;
	/** How many times as fast time passes while the node waits. */
	readonly nodeSpeed?: number;
	/** Real milliseconds the node waits for an answer where its time is sped up; 30 s if not given. */
	readonly attemptTimeoutMs?: number;
}

/** A locator as n8n stores it when *By ID* is chosen. */
export function byId(value: string): INodeParameterResourceLocator {
	return { __rl: true, mode: 'id', value };
}

/** Methods and statuses of what went over the wire, in order. */
export function wire({ exchanges }: Stage): string[] {
	return exchanges.map(({ method, path, status }) => `${method} ${path} ${status}`);
}
