import type { GivenContact } from '../../../nodes/Meetergo/actions/contact/body';
import { ImportRow } from '../../../nodes/Meetergo/actions/contact/importRow';

const ada = { id: 'ada', email: 'Ada@Example.net', firstName: 'Ada', tags: ['Recurring'] };
const forNew = { accountOwnerEmail: 'lena@example.org', crmCompanyRef: undefined };

/** A row with items that may update, one after the other. */
function row(before: typeof ada | undefined, ...given: GivenContact[]): ImportRow {
	const made = new ImportRow('ada@example.net', before);
	given.forEach((one, index) => made.add(index, one, forNew, true));
	return made;
}

it('makes a contact of an unknown address, with what is for new ones only', () => {
	const made = row(undefined, { firstName: 'Ada' });
	expect(made.items).toEqual([{ index: 0, change: 'created' }]);
	expect(made.body).toEqual({
		email: 'ada@example.net',
		firstName: 'Ada',
		accountOwnerEmail: 'lena@example.org',
	});
});

it('makes a contact of an address alone', () => {
	const made = new ImportRow('ada@example.net', undefined);
	made.add(0, {}, {}, false);
	expect(made.body).toEqual({ email: 'ada@example.net' });
	expect(made.mayUpdate).toBe(false);
});

it('lets later items complete a new contact', () => {
	const made = row(
		undefined,
		{ firstName: 'Ada', customFields: { a: 1 } },
		{ lastName: 'Byron', customFields: { b: 2 } },
		{ firstName: 'Ada' },
	);
	expect(made.items.map(({ change }) => change)).toEqual(['created', 'updated', 'unchanged']);
	expect(made.body).toMatchObject({
		firstName: 'Ada',
		lastName: 'Byron',
		additionalData: { a: 1, b: 2 },
	});
});

it('writes of a known contact what differs, under the address it has', () => {
	const made = row(ada, { firstName: 'Ada', lastName: 'Byron', tags: ['x'] });
	expect(made.items).toEqual([{ index: 0, change: 'updated' }]);
	expect(made.body).toEqual({
		email: 'Ada@Example.net',
		lastName: 'Byron',
		tags: ['x', 'Recurring'],
	});
	expect(made.foreseen).toMatchObject({ id: 'ada', firstName: 'Ada', lastName: 'Byron' });
});

it('writes nothing of a known contact that holds everything', () => {
	const made = row(ada, { firstName: 'Ada' }, {});
	expect(made.items.map(({ change }) => change)).toEqual(['unchanged', 'unchanged']);
	expect(made.body).toBeUndefined();
});

it('leaves a known contact, unless one of its items may update it', () => {
	const made = new ImportRow('ada@example.net', ada);
	made.add(0, { lastName: 'Lovelace' }, {}, false);
	expect(made.body).toBeUndefined();
	made.add(1, { lastName: 'Byron' }, {}, true);
	expect(made.items.map(({ change }) => change)).toEqual(['unchanged', 'updated']);
	expect(made.body).toEqual({ email: 'Ada@Example.net', lastName: 'Byron' });
	expect(made.mayUpdate).toBe(true);
});
