import type {
	Icon,
	ICredentialDataDecryptedObject,
	ICredentialTestRequest,
	ICredentialType,
	IHttpRequestOptions,
	INodeProperties,
} from 'n8n-workflow';
import { connectionFields, platformApiKey, sign, testRequest, wrongKindNotice } from './connection';

export class MeetergoPersonalAccessTokenApi implements ICredentialType {
	name = 'meetergoPersonalAccessTokenApi';

	displayName = 'Meetergo Personal Access Token API';

	icon: Icon = {
		light: 'file:../nodes/Meetergo/meetergo.svg',
		dark: 'file:../nodes/Meetergo/meetergo.dark.svg',
	};

	documentationUrl =
		'https://github.com/n8n-nodes-meetergo/n8n-nodes-meetergo?tab=readme-ov-file#credentials';

	properties: INodeProperties[] = [
		{
			displayName: 'Access Token',
			name: 'accessToken',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			required: true,
			placeholder: 'e.g. rgo-...',
			description: 'Begins with "rgo-". It acts as the person who made it, with the same rights.',
		},
		wrongKindNotice('accessToken', platformApiKey),
		...connectionFields,
	];

	async authenticate(
		credentials: ICredentialDataDecryptedObject,
		requestOptions: IHttpRequestOptions,
	): Promise<IHttpRequestOptions> {
		return sign(credentials.accessToken, platformApiKey, requestOptions);
	}

	test: ICredentialTestRequest = testRequest(
		'/meeting-type',
		'It may have expired or been revoked, or its owner may have left the workspace. Make a new one in the meetergo settings.',
		'The token works, but may not see meeting types. Give it the permission group Scheduling in the meetergo settings.',
	);
}
