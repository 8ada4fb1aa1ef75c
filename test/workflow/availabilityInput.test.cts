import type { INodeParameters } from 'n8n-workflow';
import { failingAlike, refusal } from './outcome.cts';
import { byId, ids, useStage, wire } from './stage.cts';

const stage = useStage();

function create(more: INodeParameters = {}): INodeParameters {
	return {
		resource: 'availability',
		operation: 'create',
		name: 'Mornings',
		weeklyHours: { open: [hours(['monday'], '09:00', '12:00')] },
		...more,
	};
}

function hours(days: string | string[], from: string | number, to: string) {
	return { days, from, to };
}

const text = (weeklyHoursText: string) => create({ weeklyHoursAs: 'text', weeklyHoursText });
const rows = (...open: INodeParameters[]) => create({ weeklyHours: { open } });
const exception = (start: string, end: string) =>
	create({ exceptions: { ranges: [{ start, end }] } });
const holidays = (more: INodeParameters): INodeParameters => ({
	resource: 'availability',
	operation: 'blockHolidays',
	scheduleId: byId(ids.availabilities.lena),
	...more,
});

const timeExample = 'Write it as in 09:00 or 17:30';
const weekExample = 'Write the week as in "Mon-Fri 09:00-12:00, 13:00-17:00; Sat closed"';

it.each<[string, INodeParameters, string, string]>([
	[
		'hours that overlap',
		rows(hours(['monday', 'tuesday'], '09:00', '12:00'), hours(['tuesday'], '11:00', '13:00')),
		'Weekly Hours',
		'Tuesday 09:00-12:00 and 11:00-13:00 overlap.',
	],
	[
		'hours over midnight',
		rows(hours(['friday'], '22:00', '02:00')),
		'Weekly Hours',
		'Friday 22:00-02:00 ends before it starts. For hours over midnight, end this day at 23:59 and add the rest to the next day.',
	],
	[
		'a day both open and closed',
		create({
			weeklyHours: {
				open: [hours(['monday'], '09:00', '12:00')],
				closed: [{ days: ['sunday', 'monday'] }],
			},
		}),
		'Weekly Hours',
		'Monday is closed, and open at 09:00-12:00 as well.',
	],
	[
		'a row without days',
		rows(hours(['monday'], '09:00', '12:00'), hours('={{ [] }}', '09:00', '12:00')),
		'Days',
		'choose at least one day (Open row 2).',
	],
	[
		'a closed row without days',
		create({ weeklyHours: { closed: [{ days: '={{ "" }}' }] } }),
		'Days',
		'choose at least one day (Closed row 1).',
	],
	[
		'a day that is none',
		rows(hours('={{ ["monday", "funday"] }}', '09:00', '12:00')),
		'Days',
		'"funday" is not one of: monday, tuesday, wednesday, thursday, friday, saturday, sunday (Open row 1).',
	],
	[
		'a time without a value',
		rows(hours(['monday'], '={{ $json.missing }}', '12:00')),
		'From',
		'must not be empty (Open row 1).',
	],
	[
		'a time that no clock shows',
		rows(hours(['monday'], '09:00', '12:60')),
		'To',
		`"12:60" is not a time of day. ${timeExample} (Open row 1).`,
	],
	[
		'the end of a day',
		rows(hours(['monday'], '18:00', '24:00')),
		'To',
		`"24:00" is not a time of day: the last one is 23:59, and hours after midnight belong to the next day. ${timeExample} (Open row 1).`,
	],
	[
		"a spreadsheet's share of a day",
		rows(hours(['monday'], '={{ 0.25 }}', '12:00')),
		'From',
		`"0.25" is not a time of day. ${timeExample} (Open row 1).`,
	],
	[
		'an unknown weekday in a text',
		text('Mon-Fri 9-12; Funday 9-12'),
		'Weekly Hours',
		`"Funday" is not a day of the week. ${weekExample}.`,
	],
	[
		'a text that overlaps',
		text('Mon 9-12, 11-13'),
		'Weekly Hours',
		'Monday 09:00-12:00 and 11:00-13:00 overlap.',
	],
	[
		'no hours at all',
		create({ weeklyHours: {} }),
		'Weekly Hours',
		'enter open hours, or add exceptions: without both, nothing is open.',
	],
	['a name of blanks', create({ name: '={{ "  " }}' }), 'Name', 'must not be empty.'],
	[
		'an unknown time zone',
		create({ scheduleTimezone: 'Berlin' }),
		'Time Zone',
		'"Berlin" is not a time zone. Try "Europe/Berlin".',
	],
	[
		'an exception that ends before it starts',
		exception('2026-03-05T12:00:00', '2026-03-05T11:00:00'),
		'End',
		'must be after Start (row 1).',
	],
	[
		'a country that is not on the list',
		holidays({ country: '={{ "NO" }}' }),
		'Country',
		'"NO" is not one of: AT, BE, CA, DK, EE, FI, FR, DE, IT, NL, NZ, ES, SE, CH, US.',
	],
	[
		'a German state that is not on the list',
		holidays({ country: 'DE', germanState: '={{ "XX" }}' }),
		'German State',
		'"XX" is not one of: all, BW, BY, BE, BB, HB, HH, HE, NI, MV, NW, RP, SL, SN, ST, SH, TH.',
	],
	...['2024', 'soon', '27', '2026.5'].map((year): [string, INodeParameters, string, string] => [
		`the year ${year}`,
		holidays({ year }),
		'Year',
		`"${year}" is not a year from 2025 on.`,
	]),
])('refuses %s before anything is sent', async (_what, given, field, says) => {
	expect(await failingAlike(stage, given)).toEqual(refusal(field, says));
	expect(wire(stage)).toEqual([]);
});
