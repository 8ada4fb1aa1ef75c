/** A stretch of time in milliseconds since 1970; the end is not part of it. */
export interface Range {
	readonly start: number;
	readonly end: number;
}

export function overlaps(a: Range, b: Range): boolean {
	return a.start < b.end && b.start < a.end;
}

export function contains(outer: Range, inner: Range): boolean {
	return outer.start <= inner.start && inner.end <= outer.end;
}

/** The same time in ranges that neither touch nor overlap, in order. */
export function union(ranges: readonly Range[]): Range[] {
	const merged: Range[] = [];
	for (const range of [...ranges].sort((a, b) => a.start - b.start)) {
		const last = merged.at(-1);
		if (last && range.start <= last.end) {
			merged[merged.length - 1] = { start: last.start, end: Math.max(last.end, range.end) };
		} else {
			merged.push(range);
		}
	}
	return merged;
}

/** What remains of some ranges without others. */
export function subtract(from: readonly Range[], others: readonly Range[]): Range[] {
	return others.reduce<Range[]>(
		(rest, other) =>
			rest.flatMap((range) =>
				overlaps(range, other)
					? [
							{ start: range.start, end: other.start },
							{ start: other.end, end: range.end },
						].filter(({ start, end }) => start < end)
					: [range],
			),
		[...from],
	);
}

/** What of some ranges lies within another. */
export function clip(ranges: readonly Range[], to: Range): Range[] {
	return ranges
		.filter((range) => overlaps(range, to))
		.map(({ start, end }) => ({ start: Math.max(start, to.start), end: Math.min(end, to.end) }));
}
