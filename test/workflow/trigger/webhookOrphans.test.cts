import type { FaultRule } from '../../../sandbox/faults.cts';
import { type Chance, chanceOf } from './chance.cts';
import { TriggerStage, useTriggerStage, webhookWorkflow } from './stage.cts';

/** What may go wrong while a webhook is made, mended or removed. */
const FAULTS: readonly FaultRule[] = [
	{ kind: 'status', status: 503 },
	{ kind: 'status', status: 503, when: 'after' },
	{ kind: 'status', status: 500 },
	{ kind: 'status', status: 500, when: 'after' },
	{ kind: 'status', status: 403 },
	{ kind: 'status', status: 429 },
	{ kind: 'reset' },
	{ kind: 'reset', when: 'after' },
	{ kind: 'emptyBody', when: 'after' },
	{ kind: 'garbage', when: 'after' },
	{ kind: 'halfBody', when: 'after' },
];

const METHODS = ['GET', 'POST', 'PATCH', 'DELETE'];

describe.each(['direct', 'service'] as const)('publication: %s', (publication) => {
	const stage = useTriggerStage({ nodeSpeed: 200, host: { publication } });

	it('leaves no orphan after 100 activations that go wrong, or says which one', async () => {
		const chance = chanceOf(publication.length);
		const workflows = ['one', 'two', 'three'].map((id) =>
			webhookWorkflow({}, `${publication}-${id}`),
		);
		const errors: string[] = [];
		const active = new Set<string>();

		for (let round = 0; round < 100; round += 1) {
			const workflow = chance.pick(workflows);
			armSome(stage(), chance);
			if (active.delete(workflow.id)) {
				await stage().host.deactivate(workflow.id);
			} else {
				active.add(workflow.id);
				await stage()
					.host.activate(workflow)
					.catch((error: unknown) => {
						active.delete(workflow.id);
						errors.push(textOf(error));
					});
			}
			stage().sandbox.faults.clear();
			if (chance.below(10) === 0) await stage().host.restart();
		}
		for (const id of active) await stage().host.deactivate(id);

		errors.push(...stage().host.logged.map(({ error }) => textOf(error)));
		const orphans = [...stage().sandbox.state.webhooks.values()];
		const untold = orphans.filter(
			({ id }) => !errors.some((text) => text.includes(`The webhook ${id} was left behind`)),
		);
		const inDoubt = errors.filter((text) =>
			text.includes('a webhook that points here is taken over'),
		);
		expect(untold.length).toBeLessThanOrEqual(inDoubt.length);
		expect(errors.length).toBeGreaterThan(0);

		// Whatever was left is taken over and removed the next time.
		for (const workflow of workflows) {
			await stage().host.activate(workflow);
			await stage().host.deactivate(workflow.id);
		}
		expect(stage().endpoints()).toEqual([]);
	});
});

function armSome({ sandbox }: TriggerStage, chance: Chance): void {
	for (let count = chance.below(3); count > 0; count -= 1) {
		const fault = chance.pick(FAULTS);
		const times = 1 + chance.below(3);
		sandbox.faults.add({ ...fault, method: chance.pick(METHODS), path: '/webhooks', times });
	}
}

function textOf(error: unknown): string {
	return error instanceof Error ||
		(typeof error === 'object' && error !== null && 'message' in error)
		? `${String(error.message)} ${'description' in error ? String(error.description) : ''}`
		: String(error);
}
