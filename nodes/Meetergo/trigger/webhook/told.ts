import type { IDataObject, IWebhookResponseData } from 'n8n-workflow';

/** So many events are remembered over a restart; static data is read and written as a whole. */
const REMEMBERED = 500;

/** The keys of events that static data remembers as told, the oldest first. */
export function toldIn({ told }: IDataObject): string[] {
	return Array.isArray(told) ? told.filter((key) => typeof key === 'string') : [];
}

/**
 * The same answer, which remembers what was told whenever n8n looks at it. n8n 2.41 forgets to store what was changed before it
 * made the execution; its last look is after that, and before it stores.
 */
export function remembering(
	{ webhookResponse, ...rest }: IWebhookResponseData,
	staticData: IDataObject,
	told: readonly string[],
): IWebhookResponseData {
	return {
		...rest,
		get webhookResponse() {
			const keys = [...new Set([...toldIn(staticData), ...told])];
			staticData.told = keys.slice(-REMEMBERED);
			return webhookResponse;
		},
	};
}
