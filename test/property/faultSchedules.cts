import fc from 'fast-check';
import type { FaultKind, FaultRule } from '../../sandbox/faults.cts';
import { type Authentication, bothCredentials } from '../workflow/stage.cts';
import { tasks } from '../fault/taskList.cts';
import type { Task } from '../fault/tasks.cts';

/** Runs of the node against one sandbox, one after the other, with what goes wrong meanwhile. */
export interface Story {
	readonly authentication: Authentication;
	readonly runs: readonly Run[];
}

export interface Run {
	readonly task: Task;
	readonly count: number;
	/** Items at once. */
	readonly concurrency: number;
	readonly faults: readonly FaultRule[];
}

/** The looks for what was lost are over after so many milliseconds of the node's time. */
const LAST_LOOK_MS = 8000;

/**
 * A story for a node whose time runs at a speed. The server is allowed everything but lies: what it refuses it does not do, and
 * what it calls done is done. It does nothing later than meetergo can be expected to.
 */
export function stories(nodeSpeed: number): fc.Arbitrary<Story> {
	const rule = rules(nodeSpeed);
	const run = fc
		.record({
			task: fc.oneof(
				{ weight: 4, arbitrary: fc.constantFrom(...withOwnRecords) },
				{ weight: 1, arbitrary: fc.constantFrom(...hardest) },
			),
			count: fc.integer({ min: 1, max: 5 }),
			concurrency: fc.integer({ min: 1, max: 4 }),
			faults: fc.array(rule, { minLength: 1, maxLength: 5 }),
		})
		.map(({ task, count, concurrency, faults }) => ({
			task,
			faults: faults.map((rule) => (rule.method === OWN ? { ...rule, ...task.request } : rule)),
			count: Math.min(count, task.mostItems ?? count),
			concurrency,
		}));
	return fc
		.record({
			authentication: fc.constantFrom(...bothCredentials),
			runs: fc.array(run, { minLength: 1, maxLength: 3 }),
		})
		.map((story) => ({ ...story, [fc.toStringMethod]: () => tell(story) }));
}

/** Where items share a record, nobody can tell from it which of them took effect. */
const withOwnRecords = tasks.filter(({ isShared }) => !isShared);

/** What has to be found again among others like it. */
const hardest = tasks.filter(({ areAlike, proof }) => areAlike && proof === 'lookUp');

/** In place of a method: the request that matters. */
const OWN = 'own';

/** What a fault is like besides its kind. */
const aims = {
	method: fc.constantFrom(undefined, 'GET', OWN, OWN),
	skip: fc.nat(3),
	times: fc.integer({ min: 1, max: 3 }),
};

function rules(nodeSpeed: number): fc.Arbitrary<FaultRule> {
	const late = fc.integer({ min: 1, max: (LAST_LOOK_MS / nodeSpeed) * 0.7 });
	const before = fc.constant(undefined);
	const when = fc.constantFrom(undefined, 'after' as const);
	return fc.oneof(
		// Refused, so nothing happens.
		fault('status', { when: before, status: fc.constantFrom(400, 403, 429) }),
		fault('status', {
			when: before,
			status: fc.constant(429),
			headers: fc
				.constantFrom('1', '2', '0', '-5', 'soon')
				.map((value) => ({ 'retry-after': value })),
		}),
		// Called done, so it is.
		fault('emptyBody', { when: fc.constant('after' as const) }),
		fault('latency', { when, ms: fc.nat(20) }),
		fault('drip', { when: fc.constant('after' as const), ms: fc.nat(2) }),
		// Nobody can tell.
		...(['reset', 'halfBody', 'garbage', 'html'] as const).map((kind) => fault(kind, { when })),
		fault('status', { when, status: fc.constantFrom(500, 502, 503, 504) }),
		fault('hang', { when, ms: fc.nat(20) }),
		...(['reset', 'html'] as const).map((kind) =>
			fault(kind, { when: before, lateCommitMs: late }),
		),
	);
}

function fault(
	kind: FaultKind,
	own: { readonly [K in keyof FaultRule]?: fc.Arbitrary<FaultRule[K]> },
): fc.Arbitrary<FaultRule> {
	return fc.record({ kind: fc.constant(kind), ...aims, ...own });
}

/** A story as a person reads it. */
function tell({ authentication, runs }: Story): string {
	const lines = runs.map(({ task, count, concurrency, faults }) => {
		const struck = faults.map((rule) => `\n\t\t${JSON.stringify(rule)}`).join('');
		return `\n\t${task.name}, ${count} items, ${concurrency} at once${struck}`;
	});
	return `${authentication}${lines.join('')}`;
}
