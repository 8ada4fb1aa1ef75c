import type { FaultRule } from '../../sandbox/faults.cts';
import { contactsAt, contactsIn, onContacts, writes } from './contacts.cts';
import { column, hintsOf, jsonOf, throughErrorOutput } from './outcome.cts';
import { ids, useStage } from './stage.cts';

/* The answer to a new contact is lost: there is one contact, and nobody is left without a word. */

const stage = useStage({ forEachTest: true, nodeSpeed: 50 });

const email = 'nora@example.net';
const create = onContacts('create', {
	newContactEmail: email,
	contactFields: { firstName: 'Nora' },
});
const upsert = onContacts('upsert', { contactEmail: email, contactFields: { firstName: 'Nora' } });
const RECOVERED =
	'The answer to one request was lost on the way. meetergo had carried it out; nothing was done twice.';

const losses: Array<[string, FaultRule]> = [
	['connection', { kind: 'reset', when: 'after' }],
	['end', { kind: 'halfBody', when: 'after' }],
	['gateway', { kind: 'html', when: 'after' }],
];
const lose = (fault: FaultRule, method: string) => stage.sandbox.faults.add({ ...fault, method });

describe.each([
	['create', create],
	['upsert', upsert],
])('%s', (_name, parameters) => {
	it.each(losses)('finds the contact for want of its %s', async (_what, fault) => {
		lose(fault, 'POST');
		const result = await stage.run(parameters);
		expect(jsonOf(result)).toMatchObject([
			{
				id: contactsAt(stage, email)[0]?.id,
				firstName: 'Nora',
				change: 'created',
				recovered: true,
			},
		]);
		expect(hintsOf(result)).toEqual([RECOVERED]);
		expect(contactsAt(stage, email)).toHaveLength(1);
		expect(writes(stage)).toHaveLength(1);
	});

	it('finds the contact where the answer is empty, and nothing was lost', async () => {
		lose({ kind: 'emptyBody', when: 'after' }, 'POST');
		const result = await stage.run(parameters);
		expect(column(result, 'id')).toEqual([contactsAt(stage, email)[0]?.id]);
		expect(column(result, 'recovered')).toEqual([undefined]);
		expect(writes(stage)).toEqual(['POST /crm 201']);
	});
});

it('sends it once more where it did not go through', async () => {
	lose({ kind: 'reset' }, 'POST');
	const result = await stage.run(create);
	expect(column(result, 'recovered')).toEqual([undefined]);
	expect(contactsAt(stage, email)).toHaveLength(1);
	expect(writes(stage)).toEqual(['POST /crm 0', 'POST /crm 201']);
});

describe('a contact with a phone number alone', () => {
	const parameters = onContacts('create', { contactFields: { phoneNumber: '+43 1 555 0142' } });

	it('is found beside the one who had the number before', async () => {
		lose({ kind: 'reset', when: 'after' }, 'POST');
		const result = await stage.run(parameters);
		expect(column(result, 'id')).not.toEqual([ids.contacts.elif]);
		expect(column(result, 'recovered')).toEqual([true]);
		expect(contactsIn(stage)).toHaveLength(9);
	});

	it('stays in doubt where it is not found: the number may have been stored in another way', async () => {
		lose({ kind: 'reset' }, 'POST');
		const { details } = await throughErrorOutput(stage, parameters);
		expect(details).toMatchObject({ code: 'connectionLost', mayHaveHappened: true });
		expect(details.description).toMatch(
			/Look for it with Contact > Get Many, .* create it again\.$/,
		);
		expect(writes(stage)).toEqual(['POST /crm 0']);
	});
});
