import type { INodeCredentialDescription, INodeProperties } from 'n8n-workflow';

export const authentication: INodeProperties = {
	displayName: 'Authentication',
	name: 'authentication',
	type: 'options',
	noDataExpression: true,
	options: [
		{ name: 'Personal Access Token', value: 'personalAccessToken' },
		{ name: 'Platform API Key', value: 'platformApiKey' },
	],
	default: 'personalAccessToken',
};

/** Both kinds of key, as *Authentication* chooses. */
export const credentials: INodeCredentialDescription[] = [
	{
		name: 'meetergoPersonalAccessTokenApi',
		required: true,
		displayOptions: { show: { authentication: ['personalAccessToken'] } },
	},
	{
		name: 'meetergoPlatformApi',
		required: true,
		displayOptions: { show: { authentication: ['platformApiKey'] } },
	},
];

/** The credential type behind a value of *Authentication*. */
export function credentialType(value: unknown): string {
	return value === 'platformApiKey' ? 'meetergoPlatformApi' : 'meetergoPersonalAccessTokenApi';
}
