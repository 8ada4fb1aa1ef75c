import {
	addSentence,
	failureOf,
	leavesDoubt,
	readReply,
} from '../../../nodes/Meetergo/transport/failures';
import { failureTexts, hints } from '../../../nodes/Meetergo/transport/failureTexts';
import type { Failure, FailureCode, Reply } from '../../../nodes/Meetergo/transport/types';
import { cancelled, cutOff, failureIn, neverSent, status, timedOut } from './fakes.cts';

const read = (reply: Reply): Failure => failureIn(readReply(reply));
const json = (code: number, body: unknown) => status(code, JSON.stringify(body));

describe('answers', () => {
	it.each([
		['', undefined],
		[' \n', undefined],
		[undefined, undefined],
		[null, undefined],
		['null', undefined],
		['{}', {}],
		['[]', []],
		['{"a":1}', { a: 1 }],
		['"text"', 'text'],
		['false', false],
		[{ a: 1 }, { a: 1 }],
	])('%j', (body, answer) => {
		expect(readReply(status(200, body))).toEqual({ answer });
		expect(readReply(status(204, body))).toEqual({ answer });
	});
});

describe('failure codes', () => {
	it.each<[number, unknown, FailureCode]>([
		[400, { message: 'x' }, 'requestRefused'],
		[400, { message: 'x', errorCode: 'slot-occupied' }, 'slotOccupied'],
		[400, { message: ['The slot is taken (slot-occupied)'] }, 'slotOccupied'],
		[401, { message: 'Unauthorized' }, 'credentialRejected'],
		[402, {}, 'requestRefused'],
		[403, { message: 'Forbidden' }, 'permissionDenied'],
		[403, { code: 'PLAN_LIMIT_REACHED', feature: 'seats' }, 'planLimitReached'],
		[404, {}, 'notFound'],
		[406, {}, 'limitReached'],
		[409, { message: 'slug taken' }, 'conflict'],
		[409, { message: 'slot-occupied' }, 'slotOccupied'],
		[418, {}, 'requestRefused'],
		[422, {}, 'requestRefused'],
		[422, { errorCode: 'slot-occupied' }, 'requestRefused'],
		[429, {}, 'rateLimited'],
		[500, {}, 'serverError'],
		[503, {}, 'serverError'],
		[599, {}, 'serverError'],
		[300, {}, 'requestRefused'],
		[302, '', 'requestRefused'],
	])('%i %j is %s', (httpCode, body, code) => {
		const failure = read(json(httpCode, body));
		expect(failure).toMatchObject({ code, httpCode, waitedMs: 0, mayHaveHappened: false });
		expect(failure.message).not.toBe('');
	});

	it.each<[Reply, FailureCode]>([
		[neverSent, 'unreachable'],
		[cutOff, 'connectionLost'],
		[timedOut, 'timedOut'],
		[cancelled, 'cancelled'],
	])('%j is %s and has no status', (reply, code) => {
		const failure = read(reply);
		expect(failure.code).toBe(code);
		expect(failure.httpCode).toBeUndefined();
		expect('text' in reply && failure.description.endsWith(`Cause: ${reply.text}`)).toBe(true);
	});
});

it('says in its own words what is wrong on this side', () => {
	expect(read({ fault: 'notMade', text: 'Wrong kind of key' })).toMatchObject({
		code: 'unexpected',
		message: 'Wrong kind of key',
		description: 'Nothing was sent. Check the credential.',
	});
});

describe('whether it may have happened', () => {
	it.each<[Reply, boolean]>([
		[status(500), true],
		[status(502), true],
		[status(503), true],
		[status(504), true],
		[status(520), true],
		[cutOff, true],
		[timedOut, true],
		[cancelled, true],
		[status(200, '<html></html>'), true],
		[neverSent, false],
		[{ fault: 'notMade', text: '' }, false],
		[status(301), false],
		[status(400), false],
		[status(401), false],
		[status(409), false],
		[status(429), false],
	])('%j: %s', (reply, mayHaveHappened) => {
		expect(leavesDoubt(read(reply))).toBe(mayHaveHappened);
	});
});

describe('what the server said', () => {
	it.each([
		['a text', json(400, { message: 'Bad slug' }), 'Bad slug'],
		['a list', json(400, { message: ['a is b', 'c is d'] }), 'a is b; c is d'],
		['a number', json(400, { message: 7 }), '7'],
		['errors', json(400, { errors: [{ field: 'start', message: 'is past' }] }), 'start: is past'],
		[
			'an empty message',
			json(400, { message: '', errors: [{ field: 'a', message: 'b' }] }),
			'a: b',
		],
		[
			'a message and errors',
			json(400, { message: 'Not valid', errors: [{ field: 'zone', message: 'is unknown' }] }),
			'Not valid; zone: is unknown',
		],
		['a reason only', json(400, { error: 'Bad Request' }), '{"error":"Bad Request"}'],
		['a plan limit', json(403, { code: 'PLAN_LIMIT_REACHED', feature: 'seats' }), 'seats'],
		['raw text', status(500, 'upstream\n  failed'), 'upstream failed'],
		['a JSON list', json(400, ['x']), '["x"]'],
		[
			'a page',
			status(502, '<!DOCTYPE html>\n<html><head><title> Bad Gateway </title></head></html>'),
			'an HTML page titled "Bad Gateway"',
		],
		['a page without a title', status(502, '<html><body>x</body></html>'), 'an HTML page'],
		['a parsed body', status(400, { message: 'Bad slug' }), 'Bad slug'],
		[
			'a redirect',
			status(302, '<html>', { location: 'https://other.example/login?next=1' }),
			'a redirect to https://other.example/...',
		],
	])('%s', (_, reply, text) => {
		expect(read(reply).description).toMatch(new RegExp(` meetergo answered: .*$`));
		expect(read(reply).description.split(' meetergo answered: ')[1]).toBe(text);
	});

	it('is not invented where it said nothing', () => {
		expect(read(status(503)).description).toBe('Try again later.');
	});

	it.each([
		[500, 'x'.repeat(500)],
		[501, `${'x'.repeat(499)}…`],
		[1_000_000, `${'x'.repeat(499)}…`],
	])('is cut to a length people read: %i characters', (length, text) => {
		const { description } = read(status(500, 'x'.repeat(length)));
		expect(description).toBe(`Try again later. meetergo answered: ${text}`);
	});

	it.each([
		['invalid token rgo-AbC123_xyz-9', 'rgo-AbC123'],
		['no such key ak_live:3f0c1f2e:s3cr3t!', 's3cr3t'],
		['header was "Bearer eyJhbGciOi.J9.x"', 'eyJ'],
		['{"id":1,"secret":"attendee-s3cret', 's3cret'],
		['{"accessToken" : "abc123"}', 'abc123'],
		['see https://cal.meetergo.com/once/Zx81?k=v.', 'Zx81'],
		['see https://accounts.example.com?state=Zx82', 'Zx82'],
		['{"url":"https:\\/\\/accounts.example.com\\/auth?state=Zx83"', 'Zx83'],
	])('never shows the secret in %j', (text, secret) => {
		const failures = [
			read(status(400, text)),
			read(json(400, { message: text })),
			read(json(400, { error: text })),
			read(json(400, { message: [`a must ${text}`] })),
			read(json(400, { errors: [{ field: text, message: text }] })),
			read(status(200, `It is ${text}`)),
			read({ fault: 'cutOff', text }),
		];
		expect(JSON.stringify(failures)).not.toContain(secret);
	});

	it.each(['{"appointmentId":"17","secret":"abc', '\n [{"once":"abc'])(
		'does not show half a record: %j',
		(body) => {
			const failure = read(status(200, body));
			expect(failure).toMatchObject({ code: 'unreadableAnswer', httpCode: 200 });
			expect(failure.description).toMatch(/The answer was JSON that breaks off$/);
		},
	);

	it('shows a text that answered instead of JSON', () => {
		const { description } = read(status(200, 'Back at 9 [ticket {17}]'));
		expect(description).toMatch(/The answer was Back at 9 \[ticket \{17\}\]$/);
	});

	it('names the page that answered instead of meetergo', () => {
		const failure = read(status(200, '<html><title>Sign in</title></html>'));
		expect(failure.code).toBe('unreadableAnswer');
		expect(failure.description).toContain('an HTML page titled "Sign in"');
	});
});

describe('the fields the server objected to', () => {
	it.each<[unknown, Failure['fields']]>([
		[
			{
				message: 'Validation failed',
				errors: [{ field: 'timezone', message: 'Not an IANA zone' }],
			},
			[{ field: 'timezone', message: 'Not an IANA zone' }],
		],
		[
			{
				message: ['attendee.receiveReminders must be a boolean value', 'start should not be empty'],
			},
			[
				{
					field: 'attendee.receiveReminders',
					message: 'attendee.receiveReminders must be a boolean value',
				},
				{ field: 'start', message: 'start should not be empty' },
			],
		],
		[
			{ message: ['property publicKey should not exist'] },
			[{ field: 'publicKey', message: 'property publicKey should not exist' }],
		],
		[
			{ message: ['each value in tags must be a string'] },
			[{ field: 'tags', message: 'each value in tags must be a string' }],
		],
		[{ message: 'You must be an admin' }, []],
		[{ message: ['Expected hostIds or queueId'] }, []],
		['start must be a date', []],
		[{ errors: 'none' }, []],
		[{ errors: [null, 'x', 3] }, []],
	])('%j', (body, fields) => {
		expect(read(json(400, body)).fields).toEqual(fields);
	});
});

it('names the property that the words of the server are about', () => {
	const fieldsOf = (code: number, message: string) =>
		read(json(code, { message })).fields.map(({ field }) => field);
	expect(fieldsOf(409, 'slug already exists')).toEqual(['slug']);
	expect(fieldsOf(409, 'Slug "anna" is taken')).toEqual(['slug']);
	expect(fieldsOf(400, 'This slug is in use.')).toEqual(['slug']);
	expect(fieldsOf(409, 'A user with this email already exists')).toEqual(['email']);
	expect(fieldsOf(400, 'E-Mail taken')).toEqual(['email']);
	expect(fieldsOf(400, 'Provisional booking is not pending')).toEqual(['id']);
	expect(fieldsOf(409, 'The slugger exists')).toEqual([]);
	expect(fieldsOf(409, 'Emails: the queue is taken')).toEqual([]);
});

describe('advice', () => {
	it('points to the acting user', () => {
		const message = "Missing required header 'x-meetergo-api-user-id' for API key authentication";
		const failure = read(json(400, { message }));
		expect(failure.parameter).toBe('Act As User');
		expect(failure.description).toContain('Act As User');
		expect(failure.description).toContain(message);
	});

	it.each([
		[400, { message: 'Expected hostIds or queueId' }, 'Choose the host'],
		[400, { message: 'One availability is required' }, 'at least one schedule'],
		[400, { message: 'Provisional booking is not pending' }, 'confirmed, declined or has expired'],
		[409, { message: 'slug already exists' }, 'Choose another slug'],
		[409, { message: 'A user with this email already exists' }, 'Somebody has this mail address'],
		[
			409,
			{
				message: 'Schedule is shared',
				sharedWith: [{ id: '1', slug: 'site-survey' }, { id: '2' }],
			},
			'Schedule is shared; used by site-survey, 2',
		],
		[401, {}, '1 to 90 days'],
		[403, {}, 'Scheduling'],
		[404, {}, 'Check the ID'],
		[429, {}, 'Max Wait'],
	])('for %i %j', (code, body, words) => {
		expect(read(json(code, body)).description).toContain(words);
	});

	it('speaks of schedules only where one is shared', () => {
		const shared = { sharedWith: [{ slug: 'site-survey' }] };
		const words = 'another schedule';
		expect(read(json(409, shared)).description).toContain(words);
		expect(read(json(409, { message: 'Shared', ...shared })).description).toContain(words);
		expect(read(json(409, { message: 'Name used by Anna' })).description).not.toContain(words);
	});

	it.each(Object.entries(failureTexts))('says what happened and what to do: %s', (_, texts) => {
		expect(texts.message).toMatch(/^[A-Za-z].*[^.]$/);
		expect(texts.advice).toMatch(/^[A-Z].*\.$/);
	});

	it.each(hints)('says what to do: $says', ({ advice }) => {
		expect(advice).toMatch(/^[A-Z].*\.$/);
	});

	it('is there for every code', () => {
		expect(failureOf('slotOccupied', { waitedMs: 5 })).toEqual({
			code: 'slotOccupied',
			message: 'The time is not offered, or no longer free',
			description: 'Get the free slots again and choose another start.',
			fields: [],
			mayHaveHappened: false,
			waitedMs: 5,
		});
	});
});

describe('one sentence more', () => {
	const said = (detail: string) =>
		addSentence(failureOf('serverError', { detail }), 'It was sent twice.').description;

	it.each(['It broke.', 'Did it break?', 'It broke!', 'It broke and…'])('follows %j', (detail) => {
		expect(said(detail)).toBe(`Try again later. ${detail} It was sent twice.`);
	});

	it.each(['upstream v1.2 failed', 'see "Why?"'])('is kept apart from %j', (detail) => {
		expect(said(detail)).toBe(`Try again later. ${detail}. It was sent twice.`);
	});

	it('leaves everything else as it was', () => {
		const failure = failureOf('conflict', { httpCode: 409, mayHaveHappened: true, waitedMs: 7 });
		const { description: _, ...rest } = failure;
		expect(addSentence(failure, 'Look.')).toMatchObject(rest);
	});
});
