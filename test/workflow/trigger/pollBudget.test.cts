import { book, cancel, ids, pollWorkflow, useTriggerStage } from './stage.cts';

const RESERVE_MS = 5_000;

describe('a poll whose time is up', () => {
	// Twelve pages of a hundred.
	const stage = useTriggerStage({ sandbox: { seed: { bookings: 1200 } } });

	it('tells what it has found, and the next poll goes on from there', async () => {
		const workflow = pollWorkflow({ hosts: 'everyone', window: { daysAhead: 730, daysBack: 90 } });
		await stage().host.activate(workflow);
		const { appointments } = stage().sandbox.state;
		const changed = [...appointments.values()]
			.filter(({ cancel: off }) => off === null)
			.slice(0, 60);
		for (const { id } of changed) await cancel(stage(), id, { cancelAll: true });
		stage().sandbox.faults.add({ kind: 'latency', ms: 150, path: '/paginated', times: Infinity });

		let polls = 0;
		const told = () => stage().bookingsTold(workflow.id);
		while (told().length < changed.length && polls < 30) {
			await stage().host.poll(workflow.id, { budgetMs: RESERVE_MS + 600 });
			await stage().quiet();
			polls += 1;
		}

		expect(polls).toBeGreaterThan(1);
		expect(told().sort()).toEqual(changed.map(({ id }) => id).sort());
		stage().sandbox.faults.clear();
		await stage().host.poll(workflow.id);
		await stage().host.poll(workflow.id);
		await stage().quiet();
		expect(told()).toHaveLength(changed.length);
	});

	it('fails when there is not even time for one page', async () => {
		const workflow = pollWorkflow();
		await stage().host.activate(workflow);
		stage().sandbox.faults.add({ kind: 'latency', ms: 1000, path: '/paginated', times: Infinity });

		await stage().host.poll(workflow.id, { budgetMs: RESERVE_MS + 50 });
		await stage().host.poll(workflow.id, { budgetMs: RESERVE_MS + 50 });
		await stage().quiet();

		expect(stage().failures(workflow.id)).toEqual([
			'The time of a poll is not enough to read one page of bookings',
		]);
	});
});

describe('polls', () => {
	const stage = useTriggerStage();

	it('that overlap tell each thing once', async () => {
		const id = await stage().look();
		const booking = await book(stage());
		stage().sandbox.faults.add({ kind: 'latency', ms: 200, path: '/paginated', times: Infinity });

		await Promise.all([1, 2, 3].map(async () => await stage().host.poll(id)));
		await stage().quiet();

		expect(stage().bookingsTold(id)).toEqual([booking]);
	});

	it('that fail tell nothing, and the next one tells it', async () => {
		const id = await stage().look();
		const booking = await book(stage());
		stage().sandbox.faults.add({ kind: 'status', status: 403, path: '/paginated', times: 1 });

		await stage().host.poll(id);
		await stage().quiet();
		expect(stage().failures(id)).toHaveLength(1);
		await stage().host.poll(id);
		await stage().quiet();

		expect(stage().bookingsTold(id)).toEqual([booking]);
	});

	it('replay from the last stored state after a restart', async () => {
		const id = await stage().look();
		// Polls that tell nothing are not stored.
		await stage().host.poll(id);
		const booking = await book(stage());
		await stage().host.restart();
		await stage().quiet();
		await stage().host.restart();
		await stage().host.poll(id);
		await stage().quiet();

		expect(stage().bookingsTold(id)).toEqual([booking]);
	});

	it('are refused where the key may not read the lists of others', async () => {
		const id = await stage().look();
		stage().sandbox.faults.add({ kind: 'status', status: 403, path: '/paginated', times: 1 });
		await stage().host.poll(id);
		await stage().quiet();

		expect(stage().failures(id)[0]).toBe('meetergo did not allow this');
	});

	it('keep less than 100 bytes for each booking', async () => {
		const id = await stage().look({ window: { daysAhead: 730, daysBack: 90 } });

		const stored = JSON.stringify(stage().staticData(id));

		const { appointments } = stage().sandbox.state;
		const seen = appointments.of(ids.users.lena).length;
		expect(stored.length).toBeLessThan(600 + seen * 150);
	});
});
