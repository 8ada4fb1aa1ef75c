import { isObject } from './isObject';

/** What an error body says, in one shape. */
export interface ServerText {
	/** For people, without secrets, at most a few hundred characters. */
	readonly text: string;
	/** The machine-readable cause, such as `slot-occupied`. */
	readonly code?: string;
	readonly fields: ReadonlyArray<{ readonly field: string; readonly message: string }>;
}

/**
 * Reads an error body: `{ message, errors: [{ field, message }] }`, or `{ message: text | text[] }`,
 * both with an optional `errorCode` (plan limits: `code`, where `message` may be missing) and, where a schedule is in use,
 * `sharedWith: [{ id, slug }]`; or any text.
 */
export function readServerText(body: unknown): ServerText {
	if (!isObject(body)) return { text: sayable(textOf(body)), fields: [] };
	const errors = listOf(body.errors).filter(isObject);
	const messages = listOf(body.message).map(textOf).filter(Boolean);
	const named = errors.map((error) => ({
		field: sayable(textOf(error.field)),
		message: sayable(textOf(error.message)),
	}));
	// "Validation failed" alone helps nobody.
	const said = [...messages, ...named.map(({ field, message }) => `${field}: ${message}`)];
	const sharers = listOf(body.sharedWith)
		.filter(isObject)
		.map(({ slug, id }) => textOf(slug ?? id));
	if (sharers.length > 0) said.push(`used by ${sharers.join(', ')}`);
	// A used-up allowance may be told without a message.
	const text = said.join('; ') || textOf(body.feature) || textOf(body);
	return {
		text: sayable(text),
		code: textOf(body.errorCode ?? body.code) || undefined,
		fields: [...named, ...(Array.isArray(body.message) ? messages.flatMap(fieldIn) : [])],
	};
}

/** Makes a text fit to be shown: a page becomes its title, secrets are removed, length is bounded. */
export function sayable(text: string): string {
	// Nobody reads more, and patterns need not run over a megabyte.
	const start = text.slice(0, 20_000);
	const shown = isPage(start) ? titleOf(start) : start;
	const safe = redact(shown).replace(/\s+/g, ' ').trim();
	return safe.length > 500 ? `${safe.slice(0, 499)}…` : safe;
}

const secrets: ReadonlyArray<readonly [RegExp, string]> = [
	[/\bBearer\s+[^\s"',;]+/gi, 'Bearer [hidden]'],
	[/\brgo-[^\s"',;]+/gi, '[hidden]'],
	[/\bak_live:[^\s"',;]+/gi, '[hidden]'],
	// Booking links and sign-in addresses are secrets too.
	[/(https?:(?:\\*\/){2}[^\s/\\?#"'<>]+)[/\\?#][^\s"'<>]*/gi, '$1/...'],
	[/((?:secret|token|password|api_?key)\\*"\s*:\s*\\*")[^"\\]*/gi, '$1[hidden]'],
];

function redact(text: string): string {
	return secrets.reduce((safe, [pattern, instead]) => safe.replace(pattern, instead), text);
}

const isPage = (text: string) => /^\s*<(?:!doctype|html|head|body)\b/i.test(text);

function titleOf(page: string): string {
	const title = /<title[^>]*>([^<]*)/i.exec(page)?.[1]?.trim();
	return title ? `an HTML page titled "${title}"` : 'an HTML page';
}

/** Validator messages begin with the property: "attendee.receiveReminders must be a boolean value". */
function fieldIn(message: string): ServerText['fields'] {
	const field = /^(?:(?:nested )?property |each value in )*([\w.[\]-]+) (?:must|should)\b/.exec(
		message,
	);
	return field?.[1] ? [{ field: field[1], message: sayable(message) }] : [];
}

function textOf(value: unknown): string {
	if (value === undefined || value === null) return '';
	return typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
}

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [value]);
