import { checkBookings, type Said } from '../../../bench/bookingCheck.cts';

const none = {
	lost: 0,
	duplicated: 0,
	falseRecovery: 0,
	unsure: 0,
	falseFailure: 0,
	recovered: 0,
	booked: 0,
};

function appointment(id: string, email: string) {
	return { id, attendees: [{ email }] };
}

const email = 'a@example.net';
const a1 = appointment('a1', email);
const doubt = { error: 'Lost', details: { mayHaveHappened: true } };
const refusal = { error: 'Refused', details: { mayHaveHappened: false } };

const cases: ReadonlyArray<
	readonly [string, Said, ReadonlyArray<typeof a1>, Partial<typeof none>]
> = [
	['booked and said so', { email, answer: { id: 'a1' } }, [a1], { booked: 1 }],
	['said to be booked, and is not', { email, answer: { id: 'a1' } }, [], { lost: 1 }],
	['said nothing of', { email }, [], { lost: 1 }],
	['refused and told', { email, error: refusal }, [], {}],
	[
		'told as a failure, yet booked',
		{ email, error: refusal },
		[a1],
		{ booked: 1, falseFailure: 1 },
	],
	['in doubt', { email, error: doubt }, [a1], { booked: 1, unsure: 1 }],
	[
		'booked twice',
		{ email, answer: { id: 'a1' } },
		[a1, appointment('a2', email)],
		{ booked: 1, duplicated: 1 },
	],
	[
		'recovered',
		{ email, answer: { id: 'a1', recovered: true } },
		[a1],
		{ booked: 1, recovered: 1 },
	],
	[
		'recovered with the booking of another',
		{ email, answer: { id: 'b1', recovered: true } },
		[a1, appointment('b1', 'b@example.net')],
		{ booked: 1, recovered: 1, falseRecovery: 1 },
	],
	[
		'recovered without a booking',
		{ email, answer: { id: 'b1', recovered: true } },
		[appointment('b1', 'b@example.net')],
		{ lost: 1, recovered: 1, falseRecovery: 1 },
	],
];

it.each(cases)('sees what is %s', (_name, said, appointments, expected) => {
	expect(checkBookings([said], appointments)).toEqual({ ...none, ...expected });
});
