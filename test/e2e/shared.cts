import { isRecord, record } from '../../contract/json.cts';
import type { Owner } from '../../scripts/n8n/client.cts';
import type { Instance, WholeN8n } from '../../scripts/n8n/instance.cts';

/** What `scripts/e2e/main.mjs` hands over. */
export interface Prepared {
	/** For everything that the tests write; removed afterwards. */
	readonly folder: string;
	readonly n8n: WholeN8n;
	/** The oldest n8n that the package is held to, with the same package. */
	readonly oldest: WholeN8n;
}

/** Of every n8n in these tests. */
export const owner: Owner = {
	email: 'owner@example.com',
	password: 'Endtoend1',
	firstName: 'Lena',
	lastName: 'Okafor',
};

/** Where the n8n is that most tests share. */
const URL_VARIABLE = 'MEETERGO_E2E_URL';

/** @throws Error unless the tests were started as they have to be */
export function prepared(): Prepared {
	const { MEETERGO_E2E } = process.env;
	if (MEETERGO_E2E === undefined) throw new Error('Run these tests with: npm run test:e2e');
	const { folder, n8n, oldest } = record(JSON.parse(MEETERGO_E2E));
	if (typeof folder !== 'string' || !isWhole(n8n) || !isWhole(oldest))
		throw new Error(`Not prepared: ${MEETERGO_E2E}`);
	return { folder, n8n, oldest };
}

function isWhole(value: unknown): value is WholeN8n {
	const { node, n8n, nodes } = record(value);
	return isRecord(value) && [node, n8n, nodes].every((path) => typeof path === 'string');
}

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
