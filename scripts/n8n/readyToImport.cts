import { randomUUID } from 'node:crypto';
import type { INode } from 'n8n-workflow';
import { list, type Json } from '../../contract/json.cts';
import type { ExportedWorkflow } from '../../engine/exportedWorkflow.cts';

/** What a node is given to sign in with, by type. */
export type CredentialReferences = Readonly<Record<string, { id: string; name: string }>>;

/**
 * The types of a workflow's nodes, as n8n is asked to describe them. Not those it makes tools of: they are
 * never called from outside, and it does not describe them one by one.
 */
export function typesIn({ nodes }: ExportedWorkflow): Array<readonly [string, number]> {
	const types = nodes.map(({ type, typeVersion }) => [type, typeVersion] as const);
	return types.filter(([type]) => !type.endsWith('.meetergoTool'));
}

/**
 * An exported workflow for another n8n: with credentials that are there, and with what the editor adds to
 * nodes that are called from outside.
 *
 * @param descriptions of the types of its nodes, as n8n has them
 */
export function readyToImport(
	workflow: ExportedWorkflow,
	credentials: CredentialReferences,
	descriptions: readonly Json[],
): ExportedWorkflow {
	const called = new Set(
		descriptions.filter(({ webhooks }) => list(webhooks).length > 0).map(({ name }) => name),
	);
	const nodes = workflow.nodes.map((node) => ({
		...node,
		...(called.has(node.type) && { webhookId: node.webhookId ?? randomUUID() }),
		...(node.credentials && { credentials: { ...node.credentials, ...known(node, credentials) } }),
	}));
	return { ...workflow, nodes };
}

function known(node: INode, credentials: CredentialReferences): CredentialReferences {
	const types = Object.keys(node.credentials ?? {});
	return Object.fromEntries(Object.entries(credentials).filter(([type]) => types.includes(type)));
}
