import type { INodeParameters } from 'n8n-workflow';
import { atScale } from '../scale.cts';
import { addContacts, contactsIn, onContacts, writes } from '../workflow/contacts.cts';
import { sourcesOf } from '../workflow/outcome.cts';
import { useStage } from '../workflow/stage.cts';

/* meetergo takes three requests a minute for many contacts at once: waits, but no item fails. */

/** Both sides count a minute as a second. */
const SPEED = 60;

const stage = useStage({
	forEachTest: true,
	limiter: 'slidingLog',
	requestsPerMinute: 100_000,
	burst: 100_000,
	speed: SPEED,
	nodeSpeed: SPEED,
});

const email = { email: '={{ $json.email }}' };
const people = (count: number) =>
	Array.from({ length: count }, (_, at) => ({ email: `person.${at}@example.net` }));

/** More than go at once. */
const REQUESTS = atScale(5, 4);

it.each<[string, INodeParameters, number]>([
	['createMany', { contactEmail: email.email }, 1_000],
	['deleteMany', { contactId: email.email }, 500],
])(`%s passes with ${REQUESTS} requests`, async (operation, fields, inOne) => {
	const count = inOne * (REQUESTS - 1) + atScale(inOne / 2, 1);
	const before = operation === 'deleteMany' ? count : 0;
	const items = people(count);
	addContacts(stage, items.slice(0, before));
	const result = await stage.run(onContacts(operation, fields), { items });
	expect(result).toMatchObject({ status: 'success', error: undefined });
	expect(sourcesOf(result)).toEqual([...items.keys()]);
	// How fast a machine is decides whether the server sees the last request a little too early.
	expect(writes(stage).filter((line) => !line.endsWith(' 429'))).toHaveLength(REQUESTS);
	expect(contactsIn(stage)).toHaveLength(8 + count - before);
});
