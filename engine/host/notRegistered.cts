import { refusal, type Answer } from './answer.cts';

/**
 * n8n's 404 for a webhook.
 * @param methods those that are listened to at this path
 * @param hint what to do where there are none
 */
export function notRegistered(
	method: string,
	path: string,
	methods: readonly string[],
	hint: string,
): Answer {
	if (methods.length === 0) {
		return refusal(404, `The requested webhook "${method} ${path}" is not registered.`, hint);
	}
	const others = [methods.slice(0, -1).join(', '), methods.at(-1)].filter(Boolean).join(' or ');
	return refusal(
		404,
		`This webhook is not registered for ${method} requests. Did you mean to make a ${others} request?`,
	);
}
