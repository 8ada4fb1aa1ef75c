import './environment.cts';
import { ExecuteContext, RoutingNode } from 'n8n-core';
import {
	createRunExecutionData,
	Workflow,
	type IAuthenticateRuleResponseCode,
	type IAuthenticateRuleResponseSuccessBody,
	type ICredentialDataDecryptedObject,
	type ICredentialTestRequest,
	type IDataObject,
	type INode,
	type INodeCredentialTestResult,
	type INodeType,
} from 'n8n-workflow';
import { createAdditionalData } from './additionalData.cts';
import { isObject } from './isObject.cts';
import { loadPackages, type Packages } from './packages.cts';

export interface TestCredentialOptions {
	/** Credential type. */
	type: string;
	data: ICredentialDataDecryptedObject;
	packageRoot?: string;
}

type Rule = IAuthenticateRuleResponseCode | IAuthenticateRuleResponseSuccessBody;

/** Sends the `test` request of a credential type and applies its rules, as saving in n8n does. */
export async function testCredential(
	options: TestCredentialOptions,
): Promise<INodeCredentialTestResult> {
	const { type, data } = options;
	const packages = await loadPackages(options.packageRoot);
	const { test } = packages.getCredentialType(type);
	if (test === undefined) {
		return { status: 'Error', message: 'No testing function found for this credential.' };
	}
	const rules: Rule[] = test.rules ?? [];
	try {
		const body = await sendTestRequest(packages, type, data, test);
		const failed = rules.find(
			(rule) =>
				rule.type === 'responseSuccessBody' &&
				valueAt(body, rule.properties.key) === rule.properties.value,
		);
		if (failed !== undefined) return { status: 'Error', message: failed.properties.message };
		return { status: 'OK', message: 'Connection successful!' };
	} catch (error) {
		return { status: 'Error', message: explainFailure(error, rules) };
	}
}

/** n8n sends the request as a node whose one parameter routes to it. */
async function sendTestRequest(
	packages: Packages,
	type: string,
	data: ICredentialDataDecryptedObject,
	test: ICredentialTestRequest,
): Promise<IDataObject> {
	const { description } = packages.getByNameAndVersion('n8n-nodes-base.noOp');
	const nodeType: INodeType = {
		description: {
			...description,
			credentials: [{ name: type, required: true }],
			properties: [
				{
					displayName: 'Request',
					name: 'request',
					type: 'string',
					default: '',
					routing: { request: test.request },
				},
			],
		},
	};
	const node: INode = {
		id: 'test',
		name: 'Test',
		type: description.name,
		typeVersion: 1,
		position: [0, 0],
		parameters: {},
		credentials: { [type]: { id: type, name: type } },
	};
	const nodeTypes = {
		getByName: () => nodeType,
		getByNameAndVersion: () => nodeType,
		getKnownTypes: () => ({}),
	};
	const workflow = new Workflow({ nodes: [node], connections: {}, active: false, nodeTypes });
	const additionalData = createAdditionalData(packages, { [type]: data });
	const context = new ExecuteContext(
		workflow,
		node,
		additionalData,
		'internal',
		createRunExecutionData(),
		0,
		[],
		{ main: [[{ json: {} }]] },
		{ node, data: {}, source: null },
		[],
	);
	const complete = additionalData.credentialsHelper.complete(
		type,
		data,
		additionalData,
		'internal',
	);
	const decrypted = { id: type, name: type, type, data: complete };
	const output = await new RoutingNode(context, nodeType, decrypted).runNode();
	return output?.[0]?.[0]?.json ?? {};
}

function valueAt(body: IDataObject, path: string): unknown {
	return path.split('.').reduce<unknown>((value, key) => propertyOf(value, key), body);
}

function propertyOf(value: unknown, key: string): unknown {
	return isObject(value) ? value[key] : undefined;
}

/** The text n8n shows: a rule's for its status, else the status, else the network's error code. */
function explainFailure(error: unknown, rules: Rule[]): string {
	const cause = propertyOf(error, 'cause');
	const response = propertyOf(cause, 'response');
	const status = propertyOf(response, 'status');
	if (typeof status === 'number') {
		const rule = rules.find(
			(candidate) => candidate.type === 'responseCode' && candidate.properties.value === status,
		);
		if (rule !== undefined) return rule.properties.message;
		return String(propertyOf(response, 'statusText') || `Received HTTP status code: ${status}`);
	}
	const code = propertyOf(cause, 'code');
	if (typeof code === 'string') return code;
	return String(propertyOf(error, 'message') ?? error);
}
