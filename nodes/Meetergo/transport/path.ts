const encoded = Symbol('encoded');

/**
 * An address below one of the API's two mounts (`/v4`, or the host root).
 * Made only by the tags v4`...` and root`...`, which encode what is put into them.
 */
export interface Path {
	readonly mount: 'v4' | 'root';
	readonly text: string;
	readonly [encoded]: true;
}

type Tag = (texts: TemplateStringsArray, ...ids: ReadonlyArray<string | number>) => Path;

/** Even when encoded, `.` and `..` climb the path, and no id at all would address the whole list. */
const dangerous = /^\.{0,2}$/;
const loneSurrogates = /\p{Surrogate}/gu;

function segment(id: string | number): string {
	const text = String(id).trim().replace(loneSurrogates, '\uFFFD');
	return dangerous.test(text) ? '-' : encodeURIComponent(text);
}

function tag(mount: Path['mount']): Tag {
	return (texts, ...ids) => ({
		mount,
		text: String.raw({ raw: texts }, ...ids.map(segment)),
		[encoded]: true,
	});
}

/** A path below the versioned base: v4`/user/${id}`. */
export const v4 = tag('v4');

/** A path below the host root, where contacts, deals and webhooks live: root`/crm/${id}`. */
export const root = tag('root');

/**
 * The full address of a path. `baseUrl` is the versioned base; the host root is what is left of it
 * without one trailing `/v4`, so that staging hosts and simulators work too.
 */
export function addressOf(baseUrl: string, path: Path): string {
	const base = baseUrl.trim().replace(/\/+$/, '');
	return (path.mount === 'v4' ? base : base.replace(/\/v4$/, '')) + path.text;
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** Whether a text has the form of the API's ids. A malformed one was seen to give a server fault, so it is never sent. */
export function isId(text: string): boolean {
	return UUID.test(text);
}
