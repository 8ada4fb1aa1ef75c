import type { Exchange } from '../../contract/validate.cts';
import type { FaultRule } from '../../sandbox/faults.cts';
import { bookingOf, bookingsOf, everyKind, kinds } from '../workflow/kinds.cts';
import { column, throughErrorOutput } from '../workflow/outcome.cts';
import { ids, useStage } from '../workflow/stage.cts';

/* A booking whose answer was lost takes no other booking for its own, however alike they are. */

let onPost = (): void => {};
const stage = useStage({
	forEachTest: true,
	nodeSpeed: 50,
	onExchange({ method }: Exchange) {
		if (method === 'POST') onPost();
	},
});
beforeEach(() => {
	onPost = () => {};
});

const another = 'ada.cruz@example.net';
/** Time for one look. */
const ONE_LOOK = { maxWait: 1 };
const lost = (more: Partial<FaultRule> = {}) =>
	stage.sandbox.faults.add({ kind: 'reset', method: 'POST', path: '/booking$', ...more });

describe('is not taken for the booking', () => {
	const doubtful = { options: { ...ONE_LOOK, ifAlreadyBooked: 'createAnother' } };

	it("somebody else's in the same slot of a group", async () => {
		lost();
		onPost = () => {
			const { appointments } = stage.sandbox.state;
			const group = appointments.get(ids.appointments.group);
			const [first] = group?.attendees ?? [];
			if (!group || !first) throw new Error('The group is missing');
			const attendees = [
				...group.attendees,
				{ ...first, id: stage.sandbox.state.ids.uuid('attendee'), email: another },
			];
			appointments.set(group.id, { ...group, attendees });
		};
		const result = await throughErrorOutput(stage, bookingOf('group', { options: ONE_LOOK }));
		expect(result.details.mayHaveHappened).toBe(true);
		expect(bookingsOf(stage, kinds.group.type)).toEqual([]);
	});

	it.each(everyKind)('an older one of the same attendee: %s', async (kind) => {
		await stage.run(bookingOf(kind));
		lost();
		const result = await throughErrorOutput(stage, bookingOf(kind, doubtful));
		expect(result.details.mayHaveHappened).toBe(true);
		expect(bookingsOf(stage, kinds[kind].type)).toHaveLength(1);
	});

	it('what an earlier item of the run has booked', async () => {
		lost({ skip: 1 });
		const parameters = bookingOf('queue', doubtful);
		const result = await stage.run(parameters, {
			items: [{}, {}],
			onError: 'continueErrorOutput',
		});
		expect(column(result, 'recovered')).toEqual([undefined]);
		expect(result.errors).toMatchObject([{ pairedItem: { item: 1 } }]);
		expect(bookingsOf(stage, kinds.queue.type)).toHaveLength(1);
	});

	it('what an earlier item of the run may yet have booked', async () => {
		lost({ when: 'after' });
		lost();
		const parameters = bookingOf('group', {
			options: { maxWait: '={{ $json.wait }}', ifAlreadyBooked: 'createAnother' },
			start: '2026-03-10T13:00',
		});
		const result = await stage.run(parameters, {
			items: [{ wait: 0 }, { wait: 1 }],
			onError: 'continueErrorOutput',
		});
		expect(result.items).toEqual([]);
		expect(result.errors).toHaveLength(2);
	});
});

it('another booking of the same attendee in a group is told from the older one', async () => {
	const start = '2026-03-10T13:00';
	await stage.run(bookingOf('group', { start }));
	lost({ when: 'after' });
	const options = { ifAlreadyBooked: 'createAnother' };
	const result = await stage.run(bookingOf('group', { start, options }), { items: [{}, {}] });
	const [first, second, third] = bookingsOf(stage, kinds.group.type);
	expect(third).toBe(first);
	expect(column(result, 'id')).toEqual([second, third]);
	expect(column(result, 'recovered')).toEqual([true, undefined]);
});
