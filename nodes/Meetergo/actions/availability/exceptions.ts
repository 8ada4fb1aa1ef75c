import type { Availability, AvailabilityException } from '../../api/availabilities';
import { text, toggle } from '../../fields/basic';
import type { Field } from '../../fields/field';
import { readInstant, writeInstant } from '../../fields/instant';
import { rows } from '../../fields/rows';
import { timeWindow } from '../../fields/time';

const fields = {
	available: toggle({
		displayName: 'Open',
		name: 'available',
		description: 'Whether the time is open; otherwise it is blocked',
	}),
	window: timeWindow,
	title: text({
		displayName: 'Title',
		name: 'title',
		placeholder: 'e.g. Summer holiday',
		description: 'What it is called, for the host',
	}),
};

const editor = rows({
	displayName: 'Exceptions',
	name: 'exceptions',
	placeholder: 'Add exception',
	description: "Dates that differ from the weekly hours, in the schedule's own time zone",
	groups: { ranges: { displayName: 'Exception', fields } },
});

/** Dates at which a schedule is open or blocked, whatever its weekly hours say. */
export const exceptions: Field<readonly AvailabilityException[]> = {
	properties: editor.properties,
	read(form) {
		return editor.read(form).ranges.map(({ available, window, title }) => ({
			available,
			start: writeInstant(window.from),
			end: writeInstant(window.until),
			title,
		}));
	},
};

/** Those of some exceptions that a schedule holds; meetergo may write their times its own way. */
export function keptOf(
	sent: readonly AvailabilityException[],
	{ availabilityExceptions = [] }: Availability,
): AvailabilityException[] {
	return sent.filter((one) => availabilityExceptions.some((other) => isSame(one, other)));
}

function isSame(one: AvailabilityException, other: AvailabilityException): boolean {
	return (
		one.available === other.available &&
		millisOf(one.start) === millisOf(other.start) &&
		millisOf(one.end) === millisOf(other.end) &&
		(one.title ?? '') === (other.title ?? '')
	);
}

function millisOf(time: string): number | undefined {
	const reading = readInstant(time, 'UTC');
	return 'instant' in reading ? reading.instant.toMillis() : undefined;
}
