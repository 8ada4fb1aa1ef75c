import { drawFaults, KINDS, SHARE } from '../../../bench/faultMix.cts';
import { Faults, type FaultRule } from '../../../sandbox/faults.cts';

const target = { method: 'POST', path: '/booking$' };
const SPEED = 20;

/** What strikes each of so many requests. */
function struck(rules: readonly FaultRule[], requests: number) {
	const faults = new Faults();
	for (const rule of rules) faults.add(rule);
	return Array.from({ length: requests }, () => faults.strike('POST', '/v4/booking'));
}

it('draws the same faults for the same seed', () => {
	expect(drawFaults(1, 500, target, SPEED)).toEqual(drawFaults(1, 500, target, SPEED));
	expect(drawFaults(1, 500, target, SPEED)).not.toEqual(drawFaults(2, 500, target, SPEED));
});

it('draws each kind about as often as said', () => {
	const rules = drawFaults(3, 20_000, target, SPEED);
	for (const [name, kind] of Object.entries(KINDS)) {
		const { lateCommitMs: _, ...same } = kind;
		const count = rules.filter(
			(rule) =>
				Object.entries(same).every(([key, value]) => Reflect.get(rule, key) === value) &&
				(rule.lateCommitMs === undefined) === (kind.lateCommitMs === undefined) &&
				rule.when === kind.when,
		).length;
		expect([name, count / 20_000 > SHARE * 0.8, count / 20_000 < SHARE * 1.2]).toEqual([
			name,
			true,
			true,
		]);
	}
});

it('strikes the requests that were drawn, and lets the others pass', () => {
	const requests = 2000;
	const rules = drawFaults(4, requests, target, SPEED);
	const hits = struck(rules, requests).filter((rule) => rule !== undefined);
	const expected = rules.flatMap((rule) => Array(rule.times ?? 1).fill(rule));
	expect(hits).toEqual(expected.slice(0, hits.length));
	// A storm at the very end may reach beyond.
	expect(expected.length - hits.length).toBeLessThan(3);
});

it('strikes nothing else', () => {
	const faults = new Faults();
	for (const rule of drawFaults(5, 200, target, SPEED)) faults.add(rule);
	for (let request = 0; request < 200; request += 1) {
		expect(faults.strike('GET', '/v4/booking')).toBeUndefined();
	}
});

it('tells the sandbox of real milliseconds', () => {
	const late = drawFaults(6, 1000, target, SPEED).map(({ lateCommitMs }) => lateCommitMs);
	expect(new Set(late)).toEqual(new Set([undefined, 250]));
});
