import { DateTime } from 'luxon';
import { choice, deliberateChoice, text } from '../../fields/basic';
import { type Field, shown } from '../../fields/field';

/** The first year that meetergo knows. */
const FIRST_YEAR = 2025;

const yearText = text({
	displayName: 'Year',
	name: 'year',
	placeholder: 'e.g. 2027',
	description: `Year of the holidays, from ${FIRST_YEAR} on. Empty means this year; meetergo knows the next few only.`,
});

/** A calendar year. */
export const year: Field<number> = {
	properties: yearText.properties,
	read(form) {
		const given = yearText.read(form);
		if (given === undefined) return DateTime.now().setZone(form.zone).year;
		return /^\d{4}$/.test(given) && Number(given) >= FIRST_YEAR
			? Number(given)
			: form.refuse('Year', `${shown(given)} is not a year from ${FIRST_YEAR} on`);
	},
};

const country = deliberateChoice({
	displayName: 'Country',
	name: 'country',
	description: 'Whose public holidays to block',
	options: [
		{ name: 'Austria', value: 'AT' },
		{ name: 'Belgium', value: 'BE' },
		{ name: 'Canada', value: 'CA' },
		{ name: 'Denmark', value: 'DK' },
		{ name: 'Estonia', value: 'EE' },
		{ name: 'Finland', value: 'FI' },
		{ name: 'France', value: 'FR' },
		{ name: 'Germany', value: 'DE' },
		{ name: 'Italy', value: 'IT' },
		{ name: 'Netherlands', value: 'NL' },
		{ name: 'New Zealand', value: 'NZ' },
		{ name: 'Spain', value: 'ES' },
		{ name: 'Sweden', value: 'SE' },
		{ name: 'Switzerland', value: 'CH' },
		{ name: 'United States', value: 'US' },
	],
	default: 'DE',
});

const germanState = choice({
	displayName: 'German State',
	name: 'germanState',
	description: 'A state that has holidays of its own',
	options: [
		{ name: 'All States', value: 'all', description: 'Only holidays that all states share' },
		{ name: 'Baden-Württemberg', value: 'BW' },
		{ name: 'Bavaria', value: 'BY' },
		{ name: 'Berlin', value: 'BE' },
		{ name: 'Brandenburg', value: 'BB' },
		{ name: 'Bremen', value: 'HB' },
		{ name: 'Hamburg', value: 'HH' },
		{ name: 'Hesse', value: 'HE' },
		{ name: 'Lower Saxony', value: 'NI' },
		{ name: 'Mecklenburg-Western Pomerania', value: 'MV' },
		{ name: 'North Rhine-Westphalia', value: 'NW' },
		{ name: 'Rhineland-Palatinate', value: 'RP' },
		{ name: 'Saarland', value: 'SL' },
		{ name: 'Saxony', value: 'SN' },
		{ name: 'Saxony-Anhalt', value: 'ST' },
		{ name: 'Schleswig-Holstein', value: 'SH' },
		{ name: 'Thuringia', value: 'TH' },
	],
	default: 'all',
});

/** A country, or one of the states of Germany. */
export const place: Field<{ readonly country: string; readonly germanState?: string }> = {
	properties: [
		...country.properties,
		...germanState.properties.map((property) => ({
			...property,
			displayOptions: { show: { country: ['DE'] } },
		})),
	],
	read(form) {
		const chosen = country.read(form);
		const state = chosen === 'DE' ? germanState.read(form) : 'all';
		return { country: chosen, ...(state !== 'all' && { germanState: state }) };
	},
};
