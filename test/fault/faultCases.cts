import type { FaultRule } from '../../sandbox/faults.cts';

/** One way in which a request can go wrong, and what is true afterwards. */
export interface FaultCase {
	readonly name: string;
	readonly rule: Omit<FaultRule, 'method' | 'path'>;
	/** Whether the request takes effect, and whether that is after its answer was spoilt. */
	readonly effect: 'none' | 'atOnce' | 'late';
	/** What the answer tells the node: nothing for certain, that nothing was done, or what was done. */
	readonly tells: 'nothing' | 'refused' | 'done';
	/** On a slow machine other answers may come too late as well, so requests cannot be counted. */
	readonly isAboutTime?: boolean;
}

type Spoilt = FaultCase['rule'];

/** The same fault before the request takes effect, and after. */
function beforeAndAfter(name: string, rule: Spoilt): FaultCase[] {
	return [
		{ name: `${name} before`, rule, effect: 'none', tells: 'nothing' },
		{ name: `${name} after`, rule: { ...rule, when: 'after' }, effect: 'atOnce', tells: 'nothing' },
	];
}

/** Looks follow 1, 3 and 8 s after a loss, in the time of the node: an effect for which the last one is in time. */
const late = (nodeSpeed: number) => ({ lateCommitMs: 5000 / nodeSpeed });

function refusedWith(name: string, headers: Spoilt['headers']): FaultCase {
	return { name, rule: { kind: 'status', status: 429, headers }, effect: 'none', tells: 'refused' };
}

const after = (value: string) => ({ 'retry-after': value });

/** Those that each operation has to stand. */
export function usualFaults(nodeSpeed: number): FaultCase[] {
	return [
		...beforeAndAfter('reset', { kind: 'reset' }),
		{
			name: 'reset, and a late effect',
			rule: { kind: 'reset', ...late(nodeSpeed) },
			effect: 'late',
			tells: 'nothing',
		},
		...beforeAndAfter('503', { kind: 'status', status: 503 }),
		...beforeAndAfter('half a body', { kind: 'halfBody' }),
		{
			name: 'a body that drips and is complete',
			rule: { kind: 'drip', ms: 5, when: 'after' },
			effect: 'atOnce',
			tells: 'done',
		},
		refusedWith('429', undefined),
	];
}

/** The others, for one operation of each kind. */
export function moreFaults(nodeSpeed: number): FaultCase[] {
	return [
		...[500, 502, 504].flatMap((status) => beforeAndAfter(`${status}`, { kind: 'status', status })),
		...beforeAndAfter('garbage', { kind: 'garbage' }),
		...beforeAndAfter('text in place of JSON', { kind: 'garbage', body: 'done' }),
		...beforeAndAfter('an HTML page with 502', { kind: 'html' }),
		...beforeAndAfter('an HTML page with 200', { kind: 'html', status: 200 }),
		...beforeAndAfter('silence that is cut off', { kind: 'hang', ms: 20 }),
		{
			name: '504, and a late effect',
			rule: { kind: 'status', status: 504, ...late(nodeSpeed) },
			effect: 'late',
			tells: 'nothing',
		},
		{
			name: 'latency',
			rule: { kind: 'latency', ms: 20 },
			effect: 'atOnce',
			tells: 'done',
		},
		refusedWith('429 with seconds', after('2')),
		refusedWith('429 with no seconds', after('0')),
		refusedWith('429 with fewer than no seconds', after('-5')),
		refusedWith('429 with words', after('soon')),
		refusedWith('429 with a date that is past', after('Wed, 01 Jan 2020 00:00:00 GMT')),
	];
}

/** An answer that does not come while the node waits for it. A late effect comes after the node has given up waiting. */
export function silence(nodeSpeed: number, patienceMs: number): FaultCase[] {
	const { lateCommitMs } = late(nodeSpeed);
	const lateEffect: FaultCase = {
		name: 'silence, and a late effect',
		rule: { kind: 'hang', lateCommitMs: patienceMs + lateCommitMs },
		effect: 'late',
		tells: 'nothing',
	};
	return [...beforeAndAfter('silence', { kind: 'hang' }), lateEffect].map(aboutTime);
}

/** A body of which each drop is in time, and the last one is not. */
export function slowDrips(patienceMs: number): FaultCase[] {
	const rule = { kind: 'drip', ms: patienceMs / 4 } as const;
	return beforeAndAfter('a body that drips for too long', rule).map(aboutTime);
}

const aboutTime = (fault: FaultCase): FaultCase => ({ ...fault, isAboutTime: true });
