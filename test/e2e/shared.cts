import type { Instance } from '../../scripts/n8n/instance.cts';

/** Where the n8n is that most tests share. */
const URL_VARIABLE = 'MEETERGO_E2E_URL';

export function shareUrl(url: string): void {
	process.env[URL_VARIABLE] = url;
}

export function sharedUrl(): string {
	const url = process.env[URL_VARIABLE];
	if (url === undefined) throw new Error('The shared n8n is not there.');
	return url;
}

/** Between set-up and tear-down, which run in one realm and the tests in others. */
export const running: { instance?: Instance } = {};
