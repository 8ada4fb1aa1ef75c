import {
	type ICredentialDataDecryptedObject,
	type ICredentialTestRequest,
	type IHttpRequestOptions,
	type INodeProperties,
	UserError,
} from 'n8n-workflow';

/** The two kinds of key meetergo issues, told apart by how they begin. */
export interface KeyKind {
	readonly credentialName: string;
	/** How a person finds this kind in the meetergo settings. */
	readonly keyName: string;
	readonly prefix: string;
}

export const personalAccessToken: KeyKind = {
	credentialName: 'Meetergo Personal Access Token API',
	keyName: 'personal access token',
	prefix: 'rgo-',
};

export const platformApiKey: KeyKind = {
	credentialName: 'Meetergo Platform API',
	keyName: 'platform API key',
	prefix: 'ak_live:',
};

/** Where the API is, and how fast it may be called; the same for both kinds of key. */
export const connectionFields: INodeProperties[] = [
	{
		displayName: 'Base URL',
		name: 'baseUrl',
		type: 'string',
		default: 'https://api.meetergo.com/v4',
		description: 'Change it only for a test or staging address of meetergo',
	},
	{
		displayName: 'Requests per Minute',
		name: 'requestsPerMinute',
		type: 'number',
		typeOptions: { minValue: 1 },
		default: 100,
		description:
			'How many requests a minute meetergo allows this key. Lower it to leave room for other programs.',
	},
	{
		displayName: 'Burst',
		name: 'burst',
		type: 'number',
		typeOptions: { minValue: 1 },
		default: 200,
		description: 'How many requests may be sent at once after a quiet time',
	},
	{
		displayName: 'Processes Sharing This Key',
		name: 'processes',
		type: 'number',
		typeOptions: { minValue: 1 },
		default: 1,
		description:
			'How many n8n processes use this key at the same time (in queue mode, the number of workers). Each takes its share of the limit.',
	},
];

/** Shown while pasting, when the text begins like the other kind of key. */
export function wrongKindNotice(field: string, other: KeyKind): INodeProperties {
	return {
		displayName: `This looks like a ${other.keyName}. Use the credential "${other.credentialName}" for it.`,
		name: 'wrongKind',
		type: 'notice',
		default: '',
		displayOptions: { show: { [field]: [{ _cnd: { startsWith: other.prefix } }] } },
	};
}

/**
 * Signs a request. A function, because n8n's generic form would overwrite a header that the node has set.
 * @throws UserError when the key is missing or is of the other kind
 */
export function sign(
	key: ICredentialDataDecryptedObject[string] | undefined,
	other: KeyKind,
	requestOptions: IHttpRequestOptions,
): IHttpRequestOptions {
	const text = typeof key === 'string' ? key.trim() : '';
	if (text === '')
		throw new UserError('The meetergo credential holds no key. Open it and paste one.');
	if (text.startsWith(other.prefix)) {
		throw new UserError(
			`The key begins with "${other.prefix}", so it is a ${other.keyName}. Use the credential "${other.credentialName}" for it.`,
		);
	}
	return {
		...requestOptions,
		headers: { ...requestOptions.headers, Authorization: `Bearer ${text}` },
	};
}

/** A request that any working key of its kind can make, with a text for what goes wrong most often. */
export function testRequest(
	url: string,
	expiry: string,
	permission: string,
): ICredentialTestRequest {
	return {
		request: { baseURL: '={{ $credentials.baseUrl.replace(/\\/+$/, "") }}', url },
		rules: [
			{
				type: 'responseCode',
				properties: { value: 401, message: `meetergo does not know this key. ${expiry}` },
			},
			{ type: 'responseCode', properties: { value: 403, message: permission } },
		],
	};
}
