import { askOnce } from '../child.cts';
import { drawFaults, SHARE } from '../faultMix.cts';
import { figure, type Figures } from '../messages.cts';
import type { Group, Row, Scope } from '../row.cts';
import { withSandbox } from '../sandbox.cts';

/** The process that books lives so many times as fast; a lost answer costs it 30 s. */
const SPEED = 20;
const TARGET = { method: 'POST', path: '/booking$' };

/** What becomes of bookings when answers are lost. */
export const faults: Group = {
	name: 'faults',
	keys: ['faults.lost', 'faults.duplicated', 'faults.falseRecovery', 'faults.unsure'],
	async measure(scope) {
		const count = scope.quick ? 40 : 1000;
		scope.tell(`${count} bookings, ${SHARE * 100} % of each fault, seed ${scope.seed}`);
		// They mostly wait, so that neither is in the way of the other.
		const [node, bare] = await Promise.all([
			bookUnderFaults('node', count, scope),
			bookUnderFaults('bare', count, scope),
		]);
		const row = (name: string, what: string, atMost: number, share = false): Row => {
			const of = (figures: Figures) => figure(figures, name) / (share ? count : 1);
			return {
				key: `faults.${name}`,
				what,
				goal: { atMost },
				value: of(node),
				compared: [{ key: `faults.${name}.bare`, what: "n8n's helper, 3 tries", value: of(bare) }],
			};
		};
		const unsure = row('unsure', 'Share that ends in "may have been created"', 0.01, true);
		return [
			row('lost', `Of ${count} bookings, neither made nor reported`, 0),
			row('duplicated', 'Made twice', 0),
			row('falseRecovery', 'Said to be recovered, and are not', 0),
			{
				...unsure,
				compared: [
					...unsure.compared,
					...['falseFailure', 'recovered', 'booked'].map((name) => ({
						key: `faults.${name}`,
						what: `${LABELS[name]}, of ${count}`,
						value: figure(node, name),
					})),
					{
						key: 'faults.falseFailure.bare',
						what: 'helper: failed, yet booked',
						value: figure(bare, 'falseFailure'),
					},
					{ key: 'faults.seed', what: 'seed', value: scope.seed },
				],
			},
		];
	},
};

const LABELS: Readonly<Record<string, string>> = {
	falseFailure: 'failed, yet booked',
	recovered: 'recovered',
	booked: 'booked',
};

async function bookUnderFaults(how: string, count: number, { seed }: Scope): Promise<Figures> {
	return await withSandbox({}, async (sandbox) => {
		// Enough for the repeats as well.
		for (const rule of drawFaults(seed, 2 * count, TARGET, SPEED)) await sandbox.addFault(rule);
		return await askOnce('bookings', { url: sandbox.url, count, how, speed: SPEED });
	});
}
