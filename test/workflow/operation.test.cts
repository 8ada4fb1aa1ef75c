import { table } from '../../nodes/Meetergo/actions';
import { failingAlike, refusal, throughErrorOutput } from './outcome.cts';
import { ids, useStage, wire } from './stage.cts';

const stage = useStage();

/** The operations of a resource, as a refusal names them. */
function operationsOf(resource: string): string {
	const { operations = [] } = table.find(({ option }) => option.value === resource) ?? {};
	return operations.map(({ option }) => option.value).join(', ');
}

const items = [{ wanted: 'getMe' }, { wanted: 'getAll' }];

// n8n takes an expression in these two fields for a plain text.
it.each([
	[
		'Operation',
		{ resource: 'user', operation: '={{ $json.wanted }}' },
		`"{{ $json.wanted }}" is not one of: ${operationsOf('user')}.`,
	],
	[
		'Resource',
		{ resource: '={{ "user" }}', operation: 'getMe' },
		/^Resource: "\{\{ "user" \}\}" is not one of: /,
	],
])('refuses an expression in %s', async (field, parameters, says) => {
	const { error, details } = await throughErrorOutput(stage, parameters);
	if (typeof says === 'string') expect({ error, details }).toEqual(refusal(field, says));
	else expect(error).toMatch(says);
	expect(wire(stage)).toEqual([]);
});

it('gives every item an error, and none leaves as if it were done', async () => {
	const parameters = { resource: 'user', operation: 'explode' };
	const json = refusal('Operation', `"explode" is not one of: ${operationsOf('user')}.`);
	const split = await stage.run(parameters, { items, onError: 'continueErrorOutput' });
	expect(split.items).toEqual([]);
	expect(split.errors).toEqual(
		// n8n lays the error over the item it belongs to.
		items.map((item, index) => ({ json: { ...item, ...json }, pairedItem: { item: index } })),
	);
	const joined = await stage.run(parameters, { items, onError: 'continueRegularOutput' });
	expect(joined.items).toEqual([
		{ json, pairedItem: { item: 0 } },
		{ json, pairedItem: { item: 1 } },
	]);
	expect(wire(stage)).toEqual([]);
});

it('names the operations of the resource when one belongs to another', async () => {
	const { error } = await failingAlike(stage, { resource: 'meetingType', operation: 'cancel' });
	expect(error).toBe(`Operation: "cancel" is not one of: ${operationsOf('meetingType')}.`);
	expect(stage.sandbox.state.appointments.get(ids.appointments.confirmed)?.cancel).toBeNull();
});
