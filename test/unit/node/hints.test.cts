import { hintsOf } from '../../../nodes/Meetergo/actions/loop/hints';
import { Notes } from '../../../nodes/Meetergo/transport/notes';
import { fakeClock } from '../transport/fakes.cts';

/** The notes of a run that waited so many milliseconds. */
async function noted({ forLimit = 0, afterFaults = 0, ...counts }) {
	const clock = fakeClock();
	const notes = Object.assign(new Notes(clock), counts);
	await notes.forLimit.during(async () => await clock.sleep(forLimit));
	await notes.afterFaults.during(async () => await clock.sleep(afterFaults));
	return notes;
}

it.each([
	[{ requests: 5 }, []],
	[{ forLimit: 1999, afterFaults: 1999, requests: 5 }, []],
	[
		{ forLimit: 2000, requests: 5 },
		['Waited 2 s in total for the rate limit of meetergo, over 5 requests.'],
	],
	[{ afterFaults: 61_400 }, ['Waited 61 s in total after failed attempts, which were made again.']],
	[
		{ recovered: 1 },
		[
			'The answer to one request was lost on the way. meetergo had carried it out; nothing was done twice.',
		],
	],
	[
		{ recovered: 2 },
		[
			'The answers to 2 requests were lost on the way. meetergo had carried them out; nothing was done twice.',
		],
	],
	[{ cutLists: 1 }, ['A list was cut at Limit. Switch on Return All to get everything.']],
	[{ cutLists: 3 }, ['3 lists were cut at Limit. Switch on Return All to get everything.']],
])('of a run with %j a person is told %j', async (given, expected) => {
	expect(hintsOf(await noted(given))).toEqual(expected);
});
