import { createAdditionalData } from '../../../engine/additionalData.cts';
import { Packages } from '../../../engine/packages.cts';
import { ExecuteContext, LoadOptionsContext } from 'n8n-core';
import {
	createRunExecutionData,
	Workflow,
	type ICredentialDataDecryptedObject,
	type ICredentialType,
	type INode,
	type INodeType,
} from 'n8n-workflow';
import { MeetergoPersonalAccessTokenApi } from '../../../credentials/MeetergoPersonalAccessTokenApi.credentials';
import { MeetergoPlatformApi } from '../../../credentials/MeetergoPlatformApi.credentials';

export const tokenCredential = 'meetergoPersonalAccessTokenApi';
export const platformCredential = 'meetergoPlatformApi';

/** A node that does nothing but may use both credentials. */
const nodeType: INodeType = {
	description: {
		displayName: 'Test',
		name: 'test',
		group: ['transform'],
		version: 1,
		description: 'Sends requests',
		defaults: { name: 'Test' },
		inputs: ['main'],
		outputs: ['main'],
		credentials: [{ name: tokenCredential }, { name: platformCredential }],
		properties: [],
	},
};

class TestPackages extends Packages {
	private readonly types: Record<string, ICredentialType> = {
		[tokenCredential]: new MeetergoPersonalAccessTokenApi(),
		[platformCredential]: new MeetergoPlatformApi(),
	};

	constructor() {
		super([]);
	}

	override getByName(): INodeType {
		return nodeType;
	}

	override getCredentialType(name: string): ICredentialType {
		const type = this.types[name];
		if (type === undefined) throw new RangeError(name);
		return type;
	}

	override getParentTypes(): string[] {
		return [];
	}
}

/** n8n's own context of a running node, with its real HTTP helper and our real credential types. */
export function executeContext(
	type: string,
	credential: ICredentialDataDecryptedObject,
	signal?: AbortSignal,
): ExecuteContext {
	const { workflow, node, additionalData } = prepare(type, credential);
	return new ExecuteContext(
		workflow,
		node,
		additionalData,
		'manual',
		createRunExecutionData(),
		0,
		[],
		{ main: [[]] },
		{ node, data: { main: [[]] }, source: null },
		[],
		signal,
	);
}

/** n8n's own context of a form that opens a list. */
export function loadOptionsContext(
	type: string,
	credential: ICredentialDataDecryptedObject,
): LoadOptionsContext {
	const { workflow, node, additionalData } = prepare(type, credential);
	return new LoadOptionsContext(workflow, node, additionalData, 'parameters');
}

function prepare(type: string, credential: ICredentialDataDecryptedObject) {
	const packages = new TestPackages();
	const node: INode = {
		id: 'test',
		name: 'Test',
		type: 'n8n-nodes-test.test',
		typeVersion: 1,
		position: [0, 0],
		parameters: {},
		credentials: { [type]: { id: type, name: type } },
	};
	return {
		node,
		workflow: new Workflow({
			id: 'test',
			nodes: [node],
			connections: {},
			active: false,
			nodeTypes: packages,
		}),
		additionalData: createAdditionalData(packages, { [type]: credential }),
	};
}
