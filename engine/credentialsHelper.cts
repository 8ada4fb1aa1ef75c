import { getAdditionalKeys } from 'n8n-core';
import {
	ICredentialsHelper,
	NodeHelpers,
	UserError,
	Workflow,
	type ICredentialDataDecryptedObject,
	type ICredentials,
	type ICredentialsExpressionResolveValues,
	type IExecuteData,
	type IHttpRequestOptions,
	type INode,
	type INodeCredentialsDetails,
	type INodeParameters,
	type INodeProperties,
	type IRequestOptionsSimplified,
	type IWorkflowExecuteAdditionalData,
	type WorkflowExecuteMode,
} from 'n8n-workflow';
import { authenticateRequest } from './authenticate.cts';
import type { Packages } from './packages.cts';

/** Decrypted credential data by credential type, or by the name a node gives its credential. */
export type GivenCredentials = Record<string, ICredentialDataDecryptedObject>;

/** n8n resolves expressions in credentials against a node; outside of a run it has none. */
const NODE_OUTSIDE_RUN: INode = {
	id: 'credential',
	name: 'Credential',
	type: 'n8n-nodes-base.noOp',
	typeVersion: 1,
	position: [0, 0],
	parameters: {},
};

/** n8n's handling of credentials, with credentials given by the caller instead of a database. */
export class GivenCredentialsHelper extends ICredentialsHelper {
	private readonly emptyWorkflow: Workflow;

	constructor(
		private readonly packages: Packages,
		private readonly given: GivenCredentials,
	) {
		super();
		this.emptyWorkflow = new Workflow({
			nodes: [],
			connections: {},
			active: false,
			nodeTypes: packages,
		});
	}

	getParentTypes(name: string): string[] {
		return this.packages.getParentTypes(name);
	}

	isCredentialUsableByNode(credentialType: string, nodeType: string): boolean {
		const { restrictToSupportedNodes } = this.packages.getCredentialType(credentialType);
		if (restrictToSupportedNodes !== true) return true;
		return this.packages.getSupportedNodes(credentialType).includes(nodeType);
	}

	getCredentialsProperties(type: string): INodeProperties[] {
		const { properties, extends: parents = [] } = this.packages.getCredentialType(type);
		const combined: INodeProperties[] = [];
		for (const parent of parents) {
			NodeHelpers.mergeNodeProperties(combined, this.getCredentialsProperties(parent));
		}
		NodeHelpers.mergeNodeProperties(combined, properties);
		return combined;
	}

	async authenticate(
		credentials: ICredentialDataDecryptedObject,
		typeName: string,
		requestOptions: IHttpRequestOptions | IRequestOptionsSimplified,
		workflow: Workflow = this.emptyWorkflow,
		node: INode = NODE_OUTSIDE_RUN,
	): Promise<IHttpRequestOptions> {
		const { authenticate } = this.packages.getCredentialType(typeName);
		// n8n hands both kinds of options to `authenticate`, whose type names only the first.
		const options = requestOptions as IHttpRequestOptions;
		return await authenticateRequest(authenticate, credentials, options, workflow, node);
	}

	async preAuthentication(): Promise<undefined> {}

	async runPreAuthentication(): Promise<undefined> {}

	/** @throws UserError when the caller gave no credential of that name or type. */
	async getDecrypted(
		additionalData: IWorkflowExecuteAdditionalData,
		nodeCredentials: INodeCredentialsDetails,
		type: string,
		mode: WorkflowExecuteMode,
		executeData?: IExecuteData,
		raw?: boolean,
		resolveValues?: ICredentialsExpressionResolveValues,
	): Promise<ICredentialDataDecryptedObject> {
		const data = this.given[nodeCredentials.name] ?? this.given[type];
		if (data === undefined) {
			throw new UserError(`No credential of type "${type}" named "${nodeCredentials.name}".`);
		}
		if (raw === true) return data;
		return this.complete(type, data, additionalData, mode, executeData, resolveValues);
	}

	/** A credential's values as nodes see them: defaults filled in, expressions resolved. */
	complete(
		type: string,
		data: ICredentialDataDecryptedObject,
		additionalData: IWorkflowExecuteAdditionalData,
		mode: WorkflowExecuteMode,
		executeData?: IExecuteData,
		resolveValues?: ICredentialsExpressionResolveValues,
	): ICredentialDataDecryptedObject {
		// n8n treats credential values as node parameters, though their types differ in name.
		const values = NodeHelpers.getNodeParameters(
			this.getCredentialsProperties(type),
			data as INodeParameters,
			true,
			false,
			null,
			null,
		) as INodeParameters;
		const resolved = (resolveValues?.workflow ?? this.emptyWorkflow).expression.getParameterValue(
			values,
			resolveValues?.runExecutionData ?? null,
			resolveValues?.runIndex ?? 0,
			resolveValues?.itemIndex ?? 0,
			(resolveValues?.node ?? NODE_OUTSIDE_RUN).name,
			resolveValues?.connectionInputData ?? [],
			mode,
			getAdditionalKeys(additionalData, mode, null, { isCredential: true }),
			executeData,
			false,
			values,
		);
		return resolved as ICredentialDataDecryptedObject;
	}

	async getCredentials(): Promise<ICredentials> {
		throw new UserError('This runner has no stored credentials.');
	}

	async updateCredentials(): Promise<void> {
		throw new UserError('This runner cannot store credentials.');
	}

	async updateCredentialsOauthTokenData(): Promise<void> {
		throw new UserError('This runner cannot store OAuth tokens.');
	}
}
