import {
	isExpression,
	type IAuthenticate,
	type ICredentialDataDecryptedObject,
	type IDataObject,
	type IHttpRequestOptions,
	type INode,
	type Workflow,
} from 'n8n-workflow';

/**
 * Applies a credential type's `authenticate` to a request as n8n does: a function is called, the
 * generic form is resolved and laid over the request, replacing what the node had set.
 */
export async function authenticateRequest(
	authenticate: IAuthenticate | undefined,
	credentials: ICredentialDataDecryptedObject,
	options: IHttpRequestOptions,
	workflow: Workflow,
	node: INode,
): Promise<IHttpRequestOptions> {
	if (authenticate === undefined) return options;
	if (typeof authenticate === 'function') return await authenticate(credentials, options);

	const resolve = (text: string): string => {
		if (!isExpression(text)) return text;
		const value = workflow.expression.getSimpleParameterValue(
			node,
			text,
			'internal',
			{ $credentials: credentials },
			undefined,
			'',
		);
		return value ? String(value) : '';
	};
	const { headers, qs, body, auth } = authenticate.properties;
	for (const [part, entries] of Object.entries({ headers, qs, body, auth })) {
		if (entries === undefined) continue;
		const resolved = Object.entries(entries).map(([key, value]): [string, string] => [
			resolve(key),
			resolve(String(value)),
		]);
		Object.assign(options, {
			[part]: { ...existingPart(options, part), ...Object.fromEntries(resolved) },
		});
	}
	return options;
}

function existingPart(options: IHttpRequestOptions, part: string): IDataObject {
	if (part === 'headers') return options.headers ?? {};
	if (part === 'qs') return options.qs ?? {};
	if (part === 'body' && typeof options.body === 'object') return { ...options.body };
	return {};
}
