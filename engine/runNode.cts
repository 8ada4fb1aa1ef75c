import './environment.cts';
import type {
	ExecutionError,
	IDataObject,
	INode,
	INodeExecutionData,
	INodeParameters,
	NodeExecutionHint,
} from 'n8n-workflow';
import type { GivenCredentials } from './credentialsHelper.cts';
import { DEFAULT_NODE_TYPE } from './packages.cts';
import { runWorkflow } from './runWorkflow.cts';

const TRIGGER = 'Trigger';
const NODE = 'Node';

export interface RunNodeOptions {
	/** Node type with its package; the action node of this repository if not given. */
	type?: string;
	typeVersion?: number;
	parameters: INodeParameters;
	/** The `json` of the input items; one empty item if not given. */
	items?: IDataObject[];
	/** By credential type. */
	credentials?: GivenCredentials;
	onError?: INode['onError'];
	/** n8n's Retry On Fail, without a pause between the tries. */
	retryOnFail?: boolean;
	/** Time zone of the workflow; n8n's default if not given. */
	timezone?: string;
	signal?: AbortSignal;
	packageRoot?: string;
}

export interface RunNodeResult {
	/** Items of the success output. */
	items: INodeExecutionData[];
	/** Items of the error output, which only `continueErrorOutput` has. */
	errors: INodeExecutionData[];
	error?: ExecutionError;
	hints: NodeExecutionHint[];
	status: 'success' | 'error' | 'canceled';
}

/** Runs one node on n8n's engine, behind a trigger that holds the input items. */
export async function runNode(options: RunNodeOptions): Promise<RunNodeResult> {
	const { items = [{}], onError = 'stopWorkflow' } = options;
	const node: INode = {
		id: 'node',
		name: NODE,
		type: options.type ?? DEFAULT_NODE_TYPE,
		typeVersion: options.typeVersion ?? 1,
		position: [220, 0],
		parameters: options.parameters,
		onError,
		...(options.retryOnFail === true && { retryOnFail: true, waitBetweenTries: 1 }),
	};
	const trigger: INode = {
		id: 'trigger',
		name: TRIGGER,
		type: 'n8n-nodes-base.manualTrigger',
		typeVersion: 1,
		position: [0, 0],
		parameters: {},
	};
	const result = await runWorkflow({
		workflow: {
			nodes: [trigger, node],
			connections: { [TRIGGER]: { main: [[{ node: NODE, type: 'main', index: 0 }]] } },
			settings: { executionOrder: 'v1', timezone: options.timezone },
			pinData: { [TRIGGER]: items.map((json) => ({ json })) },
		},
		credentials: options.credentials,
		signal: options.signal,
		packageRoot: options.packageRoot,
	});
	const run = result.nodes.get(NODE);
	return {
		items: run?.outputs[0] ?? [],
		errors: run?.outputs[1] ?? [],
		error: run?.error ?? result.error,
		hints: run?.hints ?? [],
		status: result.status,
	};
}
