import { join } from 'node:path';

/** A community package made for these tests; its node does what the `mode` parameter says. */
export const fixture = {
	type: 'n8n-nodes-fixture.fixture',
	packageRoot: join(__dirname, 'fixture'),
};
