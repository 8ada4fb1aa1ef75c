import { createAdditionalData } from './additionalData.cts';
import type { GivenCredentials } from './credentialsHelper.cts';
import { DataTables } from './dataTables.cts';
import { execute, type RunHandlers } from './execute.cts';
import { chooseStartNode, toWorkflow, type ExportedWorkflow } from './exportedWorkflow.cts';
import { loadPackages } from './packages.cts';
import type { RunResult } from './runResult.cts';

export interface RunOptions extends RunHandlers {
	workflow: ExportedWorkflow;
	/** By credential type, or by the name a node of the workflow gives its credential. */
	credentials?: GivenCredentials;
	/** Name of the node to start from; n8n's choice if not given. */
	startNode?: string;
	/** Root of the community package to load; this repository if not given. */
	packageRoot?: string;
	/** Those of former runs, with what they kept; none yet if not given. */
	dataTables?: DataTables;
}

/**
 * Runs an exported workflow on n8n's engine, as "Execute workflow" in the editor does. Resolves when
 * the last node has ended, after a cancel too.
 *
 * @throws UserError when a node type is unknown or there is no node to start from. What fails while
 * the workflow runs is in the result.
 */
export async function runWorkflow(options: RunOptions): Promise<RunResult> {
	const { onNodeStarted, onNodeFinished, signal, dataTables = new DataTables() } = options;
	const packages = await loadPackages(options.packageRoot);
	const credentials = options.credentials ?? {};
	const workflow = toWorkflow(options.workflow, packages, credentials);
	const startNode = chooseStartNode(workflow, options.startNode);
	const additionalData = createAdditionalData(packages, credentials);
	additionalData['data-table'] = { dataTableProxyProvider: dataTables };
	return await execute({
		workflow,
		additionalData,
		mode: 'manual',
		begin: (execution) => execution.run({ workflow, startNode, pinData: workflow.pinData }),
		onNodeStarted,
		onNodeFinished,
		signal,
	});
}
