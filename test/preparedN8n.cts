import { isRecord, record } from '../contract/json.cts';
import type { Owner } from '../scripts/n8n/client.cts';
import type { WholeN8n } from '../scripts/n8n/instance.cts';

/** Of every n8n in these tests. */
export const owner: Owner = {
	email: 'owner@example.com',
	password: 'Endtoend1',
	firstName: 'Lena',
	lastName: 'Okafor',
};

/** What was made ready before jest began with its tests. */
export interface Prepared {
	/** For everything that the tests write. */
	readonly folder: string;
	readonly n8n: WholeN8n;
	/** The oldest n8n that the package is held to, with the same package; where the tests need one. */
	readonly oldest?: WholeN8n;
}

/** @throws Error unless the tests were started as they have to be */
export function prepared(): Prepared {
	const { MEETERGO_E2E } = process.env;
	if (MEETERGO_E2E === undefined)
		throw new Error('Run these tests with: npm run test:e2e, or npm run test:browser');
	const { folder, n8n, oldest } = record(JSON.parse(MEETERGO_E2E));
	if (typeof folder !== 'string' || !isWhole(n8n)) throw new Error(`Not prepared: ${MEETERGO_E2E}`);
	return { folder, n8n, ...(isWhole(oldest) && { oldest }) };
}

function isWhole(value: unknown): value is WholeN8n {
	const { node, n8n, nodes } = record(value);
	return isRecord(value) && [node, n8n, nodes].every((path) => typeof path === 'string');
}
