import { addressOf, isId, root, v4 } from '../../../nodes/Meetergo/transport/path';

describe('paths', () => {
	it('keep their mount', () => {
		expect(v4`/user/me`).toMatchObject({ mount: 'v4', text: '/user/me' });
		expect(root`/crm`).toMatchObject({ mount: 'root', text: '/crm' });
	});

	it.each([
		['a b/c?d#e', 'a%20b%2Fc%3Fd%23e'],
		['  3f0c1f2e\n', '3f0c1f2e'],
		['100%', '100%25'],
		['Jürgen', 'J%C3%BCrgen'],
		['\uD800', '%EF%BF%BD'],
		[42, '42'],
	])('encode %j', (id, text) => {
		expect(v4`/user/${id}/x`.text).toBe(`/user/${text}/x`);
	});

	it.each(['', ' ', '.', '..', ' .. '])('never lead elsewhere with the id %j', (id) => {
		expect(new URL(`http://h${v4`/user/${id}`.text}`).pathname).toBe('/user/-');
	});

	it('encode each of several ids', () => {
		expect(root`/crm/deals/${'a/b'}/contacts/${'c d'}`.text).toBe(
			'/crm/deals/a%2Fb/contacts/c%20d',
		);
	});

	it('keep backslashes in ids apart from those of the template', () => {
		expect(v4`/x/${'a\\b'}`.text).toBe('/x/a%5Cb');
	});
});

describe('addressOf', () => {
	it.each([
		['https://api.meetergo.com/v4', 'https://api.meetergo.com/v4/x', 'https://api.meetergo.com/x'],
		[
			'https://api.meetergo.com/v4//',
			'https://api.meetergo.com/v4/x',
			'https://api.meetergo.com/x',
		],
		[' http://h:1/v4 ', 'http://h:1/v4/x', 'http://h:1/x'],
		['http://h/v4/v4', 'http://h/v4/v4/x', 'http://h/v4/x'],
		['http://h/base', 'http://h/base/x', 'http://h/base/x'],
		['http://h/', 'http://h/x', 'http://h/x'],
		['http://h/v40', 'http://h/v40/x', 'http://h/v40/x'],
	])('below %j', (base, versioned, unversioned) => {
		expect(addressOf(base, v4`/x`)).toBe(versioned);
		expect(addressOf(base, root`/x`)).toBe(unversioned);
	});
});

describe('isId', () => {
	const id = '3f0c1f2e-8a4b-4c5d-9e6f-0123456789ab';

	it.each([id, id.toUpperCase()])('knows %s', (text) => {
		expect(isId(text)).toBe(true);
	});

	it.each([
		'',
		'anna',
		`x${id}`,
		`${id}0`,
		`${id} `,
		id.slice(1),
		id.slice(0, -1),
		id.replace('-8a4b-', '-8a4-'),
		id.replace('-4c5d-', '-4c5d0-'),
		id.replace('-9e6f-', '-'),
		id.replaceAll('-', ''),
		id.replace('f', 'g'),
	])('does not take %j for one', (text) => {
		expect(isId(text)).toBe(false);
	});
});
