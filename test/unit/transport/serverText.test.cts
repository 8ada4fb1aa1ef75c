import { readServerText, sayable } from '../../../nodes/Meetergo/transport/serverText';

describe('a text that is shown', () => {
	it.each([
		['token rgo-AbC123_xyz-9, try again', 'token [hidden], try again'],
		['"RGO-AbC" is unknown', '"[hidden]" is unknown'],
		['key ak_live:3f0c:s3cr3t; expired', 'key [hidden]; expired'],
		['sent "bearer  eyJ.J9.x" twice', 'sent "Bearer [hidden]" twice'],
		['see https://cal.meetergo.com/once/Zx81?k=v "now"', 'see https://cal.meetergo.com/... "now"'],
		['<https://h.example:8443#Zx84> failed', '<https://h.example:8443/...> failed'],
		['{"url":"http:\\/\\/h.example\\/a\\/b"}', '{"url":"http:\\/\\/h.example/..."}'],
		['https://a.example/1 https://b.example/2', 'https://a.example/... https://b.example/...'],
		['{"secret":"abc","id":1}', '{"secret":"[hidden]","id":1}'],
		['{"clientSecret" : "abc" }', '{"clientSecret" : "[hidden]" }'],
		['{\\"password\\": \\"abc\\"}', '{\\"password\\": \\"[hidden]\\"}'],
		['{"apiKey":"abc","api_key":"def"}', '{"apiKey":"[hidden]","api_key":"[hidden]"}'],
		['rgo-1 and rgo-2', '[hidden] and [hidden]'],
	])('keeps its words but no secret: %j', (text, shown) => {
		expect(sayable(text)).toBe(shown);
	});

	it.each([
		'see https://api.meetergo.com for more',
		'The cargo-42 route is closed',
		'The secret: talk about it',
		'a/b?c#d',
	])('is left alone without one: %j', (text) => {
		expect(sayable(text)).toBe(text);
	});

	it('is one line without spaces around it', () => {
		expect(sayable('\n a \t\n b\r\n')).toBe('a b');
	});

	it.each([
		['<html><title>Sign in</title>', 'an HTML page titled "Sign in"'],
		['\n  <HTML lang="de"><TITLE data-a="b">\n Gone </TITLE>', 'an HTML page titled "Gone"'],
		['<head><title></title></head>', 'an HTML page'],
		['<body>Not found</body>', 'an HTML page'],
		['<!doctype html><title>rgo-0123</title>', 'an HTML page titled "[hidden]"'],
		['No <html> here', 'No <html> here'],
		['<header>x</header>', '<header>x</header>'],
	])('names a page instead of showing it: %j', (page, shown) => {
		expect(sayable(page)).toBe(shown);
	});

	it('hides a secret that its end would cut', () => {
		const text = sayable(`${'x '.repeat(235)}https://h.example/${'y'.repeat(100)}`);
		expect(text.endsWith('https://h.example/...')).toBe(true);
	});
});

describe('the code of a server text', () => {
	it.each([
		[{ errorCode: 'slot-occupied' }, 'slot-occupied'],
		[{ code: 'PLAN_LIMIT_REACHED' }, 'PLAN_LIMIT_REACHED'],
		[{ errorCode: 'slot-occupied', code: 'OTHER' }, 'slot-occupied'],
		[{ errorCode: null, code: 'OTHER' }, 'OTHER'],
		[{ code: 17 }, '17'],
		[{ code: '' }, undefined],
		[{}, undefined],
		['slot-occupied', undefined],
	])('of %j', (body, code) => {
		expect(readServerText(body).code).toBe(code);
	});
});

describe('the words of a server text', () => {
	it.each([
		[{ message: ['a is b', '', null, 'c is d'] }, 'a is b; c is d'],
		[{ message: 'Not valid', feature: 'seats' }, 'Not valid'],
		[{ errors: { field: 'start', message: 'is past' } }, 'start: is past'],
		[{ errors: [{ field: 'start' }] }, 'start:'],
		[{ sharedWith: { slug: 'site-survey' } }, 'used by site-survey'],
		[{ message: 'Shared', sharedWith: [] }, 'Shared'],
		[{ message: 'Shared', sharedWith: ['x', null] }, 'Shared'],
		[{}, '{}'],
		[undefined, ''],
		[null, ''],
		[false, 'false'],
	])('of %j', (body, text) => {
		expect(readServerText(body).text).toBe(text);
	});
});

describe('the property a validator speaks of', () => {
	const fieldIn = (message: string) => readServerText({ message: [message] }).fields[0]?.field;

	it.each([
		['start must be a date', 'start'],
		['start should not be empty', 'start'],
		['slots[0].start must be a date', 'slots[0].start'],
		['guest-list should be a list', 'guest-list'],
		['property publicKey should not exist', 'publicKey'],
		['nested property attendee.mail must be an email', 'attendee.mail'],
		['each value in nested property hosts must be an object', 'hosts'],
		['The start must be a date', undefined],
		['start is not a date', undefined],
		['the start must', undefined],
		['start musty', undefined],
		['Sorry: start must be a date', undefined],
	])('in %j', (message, field) => {
		expect(fieldIn(message)).toBe(field);
	});

	it('comes with its message, without the secrets in it', () => {
		expect(readServerText({ message: ['url must not hold rgo-0123'] }).fields).toEqual([
			{ field: 'url', message: 'url must not hold [hidden]' },
		]);
		expect(readServerText({ errors: [{ field: 'rgo-1', message: 'rgo-2' }] }).fields).toEqual([
			{ field: '[hidden]', message: '[hidden]' },
		]);
	});
});
