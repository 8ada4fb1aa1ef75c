import { choose } from '../../../scripts/test/choose.cts';

const EVERY_OPERATION = 'test/operations/everyOperation.test.cts';

it.each([
	['a part of a path', ['bookingC', '-t', 'create']],
	['a suite', ['test/unit/time.test.cts']],
	['what is no file', ['nodes/Meetergo/missing.ts']],
])('%s is left to jest', (_what, args) => {
	expect(choose(args)).toEqual(args);
});

it('an operation stands for the suites that run it', () => {
	const [every, own, ...others] = choose(['booking.getToday', '--verbose']);
	expect([every, own]).toEqual([EVERY_OPERATION, 'test/workflow/bookingNow.test.cts']);
	expect(others).toContain('--verbose');
});

it('an operation stands for the suites that look at every operation', () => {
	expect(choose(['user.get'])).toEqual(
		expect.arrayContaining(['test/contract/coverage.test.cts', 'test/unit/node/form.test.cts']),
	);
});

it('a resource stands for the suites of its operations, and those of its name', () => {
	expect(choose(['booking'])).toEqual(
		expect.arrayContaining([...choose(['booking.getToday']), ...choose(['booking.create'])]),
	);
	expect(choose(['user'])).toContain('user');
});

it('an operation that a helper runs stands for those that import the helper', () => {
	expect(choose(['booking.create'])).toContain('test/workflow/bookingCreate.test.cts');
});

it('the file of an operation stands for those as well', () => {
	const file = './nodes/Meetergo/actions/booking/getToday.ts';
	expect(choose([file])).toEqual(choose(['booking.getToday']));
	expect(choose(['nodes/Meetergo/actions/booking/create.fields.ts'])).toEqual(
		expect.arrayContaining(choose(['booking.create'])),
	);
});

it('a file that operations share stands for the suites of all of them', () => {
	expect(choose(['nodes/Meetergo/actions/booking/booking.columns.ts'])).toEqual(
		expect.arrayContaining(choose(['booking.get'])),
	);
});

it.each([
	['nodes/Meetergo/transport/retry.ts', 'test/unit/transport/retry.test.cts'],
	['nodes/Meetergo/actions/index.ts', 'test/unit/node/choose.test.cts'],
	['scripts/test/choose.cts', 'test/unit/scripts/choose.test.cts'],
])('%s stands for the suites that import it', (file, suite) => {
	expect(choose([file])).toContain(suite);
});

it('a file that no suite imports stands for those of its name', () => {
	expect(choose(['sandbox/routes/users.cts'])).toEqual(['users']);
});
