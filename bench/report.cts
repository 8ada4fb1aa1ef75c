import { drawTable } from '../scripts/start/table.cts';
import { reaches, type Goal, type Row } from './row.cts';

/** The rows for reading: what was measured, whether it is where it should be, and what stands beside it. */
export function drawReport(rows: readonly Row[]): string {
	const lines = rows.map((row) => [
		row.key,
		row.what,
		shown(row.value),
		goalText(row.goal),
		reaches(row.value, row.goal) ? 'yes' : 'NO',
		row.compared.map(({ what, value }) => `${what}: ${shown(value)}`).join('\n'),
	]);
	const table = drawTable(['Key', 'What', 'Measured', 'Goal', 'Reached', 'Beside it'], lines);
	return `${table}\n${verdict(rows)}`;
}

/** All figures in one flat object, in the order of the rows. */
export function figuresOf(rows: readonly Row[]): Record<string, number> {
	const figures: Record<string, number> = {};
	for (const { key, value, compared } of rows) {
		figures[key] = rounded(value);
		for (const figure of compared) figures[figure.key] = rounded(figure.value);
	}
	return figures;
}

function verdict(rows: readonly Row[]): string {
	const missed = rows.filter(({ value, goal }) => !reaches(value, goal)).map(({ key }) => key);
	const reached = `${rows.length - missed.length} of ${rows.length} rows reach their goal.`;
	return missed.length === 0 ? reached : `${reached} Missed: ${missed.join(', ')}`;
}

function goalText(goal: Goal): string {
	return 'atMost' in goal ? `<= ${goal.atMost}` : `>= ${goal.atLeast}`;
}

function shown(value: number): string {
	return String(rounded(value));
}

/** Three places are more than timings are worth, but shares need them. */
function rounded(value: number): number {
	return Number(value.toFixed(value !== 0 && Math.abs(value) < 0.1 ? 4 : 3));
}
