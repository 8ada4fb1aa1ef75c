const SECOND = 1000;
const WEEK = 7 * 24 * 60 * 60 * SECOND;

const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(zone: string): Intl.DateTimeFormat {
	const known = formats.get(zone);
	if (known !== undefined) return known;
	const made = new Intl.DateTimeFormat('sv-SE', {
		timeZone: zone,
		dateStyle: 'short',
		timeStyle: 'medium',
	});
	formats.set(zone, made);
	return made;
}

/** What the clocks of a zone show, as `yyyy-MM-ddTHH:mm:ss`; asked without luxon. */
export function clockShows(millis: number, zone: string): string {
	return formatOf(zone).format(millis).replace(' ', 'T');
}

/** The same, written as if it were UTC milliseconds. */
function wallAt(millis: number, zone: string): number {
	return Date.parse(`${clockShows(millis, zone)}Z`);
}

export interface Transition {
	readonly zone: string;
	/** The first instant with the new offset, in milliseconds. */
	readonly at: number;
	/** What the old offset would have shown at that instant, as if it were UTC milliseconds. */
	readonly wallBefore: number;
	/** By how many milliseconds clocks move: forward when positive. */
	readonly shift: number;
}

/** The clock changes of a zone in one year, to the second. */
export function transitions(zone: string, year: number): Transition[] {
	const offsetAt = (second: number) => wallAt(second * SECOND, zone) / SECOND - second;
	const found: Transition[] = [];
	const end = Date.UTC(year + 1, 0, 1) / SECOND;
	for (let from = Date.UTC(year, 0, 1) / SECOND; from < end; from += WEEK / SECOND) {
		const before = offsetAt(from);
		let [old, changed] = [from, from + WEEK / SECOND];
		if (offsetAt(changed) === before) continue;
		while (changed - old > 1) {
			const middle = Math.floor((old + changed) / 2);
			if (offsetAt(middle) === before) old = middle;
			else changed = middle;
		}
		found.push({
			zone,
			at: changed * SECOND,
			wallBefore: (changed + before) * SECOND,
			shift: (offsetAt(changed) - before) * SECOND,
		});
	}
	return found;
}
