import './environment.cts';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import {
	LazyPackageDirectoryLoader,
	PackageDirectoryLoader,
	UnrecognizedCredentialTypeError,
	UnrecognizedNodeTypeError,
} from 'n8n-core';
import {
	NodeHelpers,
	type ICredentialType,
	type IDataObject,
	type INodeType,
	type INodeTypes,
	type IVersionedNodeType,
} from 'n8n-workflow';

/** The root of this repository, whose built `dist` holds the package's own nodes. */
export const PACKAGE_ROOT = join(__dirname, '..');

/** The package's action node. */
export const DEFAULT_NODE_TYPE = 'n8n-nodes-meetergo.meetergo';

/** Node and credential types of one community package and of n8n's core nodes, as n8n finds them. */
export class Packages implements INodeTypes {
	constructor(private readonly loaders: PackageDirectoryLoader[]) {}

	/** Names of the packages. */
	get names(): string[] {
		return this.loaders.map((loader) => loader.packageName);
	}

	/** Whether a node type such as `n8n-nodes-base.set` exists, and in this version if one is given. */
	knowsNode(nodeType: string, version?: number): boolean {
		const [packageName, name] = splitNodeType(nodeType);
		const loader = this.loaders.find((candidate) => candidate.packageName === packageName);
		if (loader === undefined || !(name in loader.known.nodes)) return false;
		return version === undefined || versionsOf(this.getByName(nodeType)).includes(version);
	}

	/**
	 * A node that agents may use exists a second time as `<type>Tool`, which here is the node itself.
	 *
	 * @throws UnrecognizedNodeTypeError when no loaded package has the type.
	 */
	getByName(nodeType: string): INodeType | IVersionedNodeType {
		const [packageName, name] = splitNodeType(nodeType);
		const loader = this.loaders.find((candidate) => candidate.packageName === packageName);
		if (loader === undefined) throw new UnrecognizedNodeTypeError(packageName, name);
		const isTool = !(name in loader.known.nodes) && /.Tool$/.test(name);
		return loader.getNode(isTool ? name.replace(/Tool$/, '') : name).type;
	}

	getByNameAndVersion(nodeType: string, version?: number): INodeType {
		return NodeHelpers.getVersionedNodeType(this.getByName(nodeType), version);
	}

	getKnownTypes(): IDataObject {
		const known: IDataObject = {};
		for (const { packageName, known: types } of this.loaders) {
			for (const [name, { className, sourcePath }] of Object.entries(types.nodes)) {
				known[`${packageName}.${name}`] = { className, sourcePath };
			}
		}
		return known;
	}

	/** @throws UnrecognizedCredentialTypeError when no loaded package has the type. */
	getCredentialType(name: string): ICredentialType {
		return this.loaderOfCredential(name).getCredential(name).type;
	}

	/** The types a credential type extends, nearest first, theirs included. */
	getParentTypes(name: string): string[] {
		const parents = this.loaderOfCredential(name).known.credentials[name]?.extends ?? [];
		return parents.flatMap((parent) => [parent, ...this.getParentTypes(parent)]);
	}

	/** The node types, with their package, that may use a credential type. */
	getSupportedNodes(name: string): string[] {
		const { packageName, known } = this.loaderOfCredential(name);
		return (known.credentials[name]?.supportedNodes ?? []).map((node) => `${packageName}.${node}`);
	}

	private loaderOfCredential(name: string): PackageDirectoryLoader {
		const loader = this.loaders.find((candidate) => name in candidate.known.credentials);
		if (loader === undefined) throw new UnrecognizedCredentialTypeError(name);
		return loader;
	}
}

function versionsOf(type: INodeType | IVersionedNodeType): number[] {
	if ('nodeVersions' in type) return Object.keys(type.nodeVersions).map(Number);
	return [type.description.version].flat();
}

function splitNodeType(nodeType: string): [packageName: string, name: string] {
	const dot = nodeType.lastIndexOf('.');
	return [nodeType.slice(0, Math.max(dot, 0)), nodeType.slice(dot + 1)];
}

/** Community packages by their root. */
const loaded = new Map<string, Promise<Packages>>();
let coreNodes: Promise<PackageDirectoryLoader> | undefined;

/**
 * Loads a community package (its `package.json` names the built files) and, lazily, n8n's core nodes.
 * Loaded once a process and package.
 */
export async function loadPackages(packageRoot = PACKAGE_ROOT): Promise<Packages> {
	const known = loaded.get(packageRoot);
	if (known !== undefined) return await known;
	const loading = load(packageRoot);
	loaded.set(packageRoot, loading);
	return await loading;
}

/** Forgets the community packages, which are loaded anew when they are needed; n8n's core nodes stay. */
export function forgetPackages(): void {
	loaded.clear();
}

async function load(packageRoot: string): Promise<Packages> {
	const community = new PackageDirectoryLoader(packageRoot);
	coreNodes ??= loadCoreNodes();
	const [core] = await Promise.all([coreNodes, community.loadAll()]);
	return new Packages([community, core]);
}

async function loadCoreNodes(): Promise<PackageDirectoryLoader> {
	const root = dirname(createRequire(__filename).resolve('n8n-nodes-base/package.json'));
	const core = new LazyPackageDirectoryLoader(root);
	await core.loadAll();
	// The descriptions of all core nodes serve n8n's editor only, and are large.
	core.releaseTypes();
	return core;
}
