import { IANAZone } from 'luxon';

import { shown } from './field';

export type ZoneReading = { readonly zone: string } | { readonly refusal: string };

const EXAMPLE = 'Use the name of a place such as "Europe/Berlin", or "UTC"';

/**
 * Reads a time zone: an IANA name in any case, or UTC. Never throws: a refusal is a sentence for
 * the person who filled the field. Fixed offsets are refused, because times in them are an hour
 * off for half of the year.
 */
export function readZone(value: unknown): ZoneReading {
	if (typeof value !== 'string') return { refusal: `A time zone must be text. ${EXAMPLE}` };
	const name = value.trim();
	if (name === '') return { refusal: `No time zone was given. ${EXAMPLE}` };
	if (/^utc$/i.test(name)) return { zone: 'UTC' };
	if (/^(utc|gmt)?\s*[+-]\d/i.test(name)) {
		return {
			refusal: `${shown(name)} is an offset, which does not follow clock changes. ${EXAMPLE}`,
		};
	}
	const zone = usualSpelling.get(name.toLowerCase());
	if (zone !== undefined) return { zone };
	if (IANAZone.isValidZone(name)) return { zone: name };
	const meant = zoneNamedAfter(name);
	const hint = meant === undefined ? EXAMPLE : `Try "${meant}"`;
	return { refusal: `${shown(name)} is not a time zone. ${hint}` };
}

/** By names in lower case: the runtime takes any case, other services may not. */
const usualSpelling: ReadonlyMap<string, string> = new Map(
	Intl.supportedValuesOf('timeZone').map((name) => [name.toLowerCase(), name]),
);

/** "New York" is what people type for America/New_York. */
function zoneNamedAfter(place: string): string | undefined {
	const ending = `/${place.toLowerCase().replace(/\s+/g, '_')}`;
	return [...usualSpelling].find(([known]) => known.endsWith(ending))?.[1];
}
