import type {
	Icon,
	ICredentialDataDecryptedObject,
	ICredentialTestRequest,
	ICredentialType,
	IHttpRequestOptions,
	INodeProperties,
} from 'n8n-workflow';
import {
	connectionFields,
	personalAccessToken,
	sign,
	testRequest,
	wrongKindNotice,
} from './connection';

const ACTING_USER = 'x-meetergo-api-user-id';

export class MeetergoPlatformApi implements ICredentialType {
	name = 'meetergoPlatformApi';

	displayName = 'Meetergo Platform API';

	icon: Icon = {
		light: 'file:../nodes/Meetergo/meetergo.svg',
		dark: 'file:../nodes/Meetergo/meetergo.dark.svg',
	};

	documentationUrl =
		'https://github.com/n8n-nodes-meetergo/n8n-nodes-meetergo?tab=readme-ov-file#credentials';

	properties: INodeProperties[] = [
		{
			displayName: 'API Key',
			name: 'apiKey',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			required: true,
			placeholder: 'e.g. ak_live:...',
			description:
				'Begins with "ak_live:". It belongs to the company and expires 1 to 90 days after it was made.',
		},
		wrongKindNotice('apiKey', personalAccessToken),
		{
			displayName: 'Act As User ID',
			name: 'actingUserId',
			type: 'string',
			default: '',
			placeholder: 'e.g. 3f0c1f2e-6a4b-4c1d-9f5e-0b7a2d9c4e11',
			description:
				'User in whose name meetergo is called where the node names nobody. Most operations need one.',
		},
		...connectionFields,
	];

	async authenticate(
		credentials: ICredentialDataDecryptedObject,
		requestOptions: IHttpRequestOptions,
	): Promise<IHttpRequestOptions> {
		const signed = sign(credentials.apiKey, personalAccessToken, requestOptions);
		const user =
			typeof credentials.actingUserId === 'string' ? credentials.actingUserId.trim() : '';
		const names = Object.keys(signed.headers ?? {}).map((name) => name.toLowerCase());
		// meetergo refuses an empty header, and the node's own choice of user goes first.
		if (user === '' || names.includes(ACTING_USER)) return signed;
		return { ...signed, headers: { ...signed.headers, [ACTING_USER]: user } };
	}

	test: ICredentialTestRequest = testRequest(
		'/user/me',
		'Platform keys expire 1 to 90 days after they were made. Make a new one in the meetergo settings.',
		'The key works, but may not do this. Check that Act As User ID is a user of your company and that your plan includes platform keys.',
	);
}
