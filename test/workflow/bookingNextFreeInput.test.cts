import { inTheFuture, nextFree, preferring } from './nextFree.cts';
import { failingAlike, refusal } from './outcome.cts';
import { useStage, wire } from './stage.cts';

const stage = useStage(inTheFuture);

const yearsAway = 24 * 365 * 100;

it.each([
	[
		'an end that is past',
		nextFree({ start: '2020-01-01', end: '2020-01-31' }),
		'End',
		'lies in the past.',
	],
	['an end before the start', nextFree({ end: '2036-03-03' }), 'End', 'must be after Start.'],
	[
		'hours that end as they begin',
		preferring({ fromTime: '09:00', untilTime: '9:00' }),
		'Until Time',
		'must be after From Time.',
	],
	[
		'a time that is none',
		preferring({ fromTime: '24:00' }),
		'From Time',
		'"24:00" is not a time of day: the last one is 23:59, and hours after midnight belong to the next day. Write it as in 09:00 or 17:30.',
	],
	[
		'so much notice that nothing is left',
		preferring({ noticeHours: yearsAway }),
		'Minimum Notice (Hours)',
		'leaves nothing of the window before End.',
	],
	[
		'a day that is none',
		preferring({ weekdays: '={{ "funday" }}' }),
		'Weekdays',
		'"funday" is not one of: monday, tuesday, wednesday, thursday, friday, saturday, sunday.',
	],
	[
		'another meeting type without an ID',
		preferring({ otherMeetingTypes: '={{ "Advice" }}' }),
		'Other Meeting Type Names or IDs',
		'"Advice" is no meeting type ID.',
	],
])('%s is refused before anything is sent', async (_what, parameters, field, reason) => {
	expect(await failingAlike(stage, parameters)).toEqual(refusal(field, reason));
	expect(wire(stage)).toEqual([]);
});
