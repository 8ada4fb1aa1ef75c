import { parseFlatted } from '../../../../scripts/n8n/flatted.cts';

it('puts every value where its number stands, and leaves numbers alone', () => {
	const text = '[{"name":"1","runs":"2","count":3,"last":null},"Book it",["3","1"],{"ok":true}]';

	expect(parseFlatted(text)).toEqual({
		name: 'Book it',
		runs: [{ ok: true }, 'Book it'],
		count: 3,
		last: null,
	});
});

it('keeps one value in two places one value, and follows a circle once', () => {
	const read = parseFlatted('[{"a":"1","b":"1"},{"self":"1"}]');

	expect(read).toHaveProperty('a.self.self');
	const { a, b } = read as { a: unknown; b: unknown };
	expect(a).toBe(b);
});

it('refuses what n8n does not store', () => {
	expect(() => parseFlatted('{"a":1}')).toThrow('Not an execution as n8n stores it.');
});
