import type { DateTime, DateTimeFormatOptions } from 'luxon';
import type { Instant } from '../../fields/instant';
import type { Language } from '../../fields/language';

/** How a text tells of slots. */
export interface SlotTextStyle {
	readonly language: Language;
	/** IANA zone of days and times. */
	readonly zone: string;
	/** `from` counts, `until` does not; where they lie in two years, each day is told with its year. */
	readonly window: { readonly from: Instant; readonly until: Instant };
}

/** Free times for a mail or a chat: a line a day, such as "Tue 3 March: 09:00, 14:30". */
export function slotText(
	starts: readonly Instant[],
	{ language, zone, window }: SlotTextStyle,
): string {
	if (starts.length === 0) return nothingFree[language];
	const { year } = window.from.setZone(zone);
	const format = year === window.until.minus(1).setZone(zone).year ? DAY : DAY_AND_YEAR;
	const days = new Map<string, string[]>();
	for (const start of starts) {
		const local = start.setZone(zone);
		const day = local.setLocale(locales[language]).toLocaleString(format);
		days.set(day, [...(days.get(day) ?? []), time(local)]);
	}
	return [...days].map(([day, times]) => `${day}: ${times.join(', ')}`).join('\n');
}

const DAY: DateTimeFormatOptions = { weekday: 'short', day: 'numeric', month: 'long' };
const DAY_AND_YEAR: DateTimeFormatOptions = { ...DAY, year: 'numeric' };

/** When clocks go back, they show some times twice; only the offset tells which one is meant. */
function time(local: DateTime): string {
	return local.toFormat(local.getPossibleOffsets().length > 1 ? 'HH:mm (ZZ)' : 'HH:mm');
}

/** Without a country, English is that of the United States. */
const locales: Readonly<Record<Language, string>> = {
	da: 'da',
	de: 'de',
	en: 'en-GB',
	es: 'es',
	fr: 'fr',
	it: 'it',
	nl: 'nl',
	no: 'nb',
	pl: 'pl',
	sv: 'sv',
	tr: 'tr',
};

const nothingFree: Readonly<Record<Language, string>> = {
	da: 'Der er ingen ledige tider i denne periode.',
	de: 'In diesem Zeitraum ist kein Termin frei.',
	en: 'No time is free in this period.',
	es: 'No hay horas libres en este periodo.',
	fr: "Aucun créneau n'est libre pendant cette période.",
	it: 'Non ci sono orari liberi in questo periodo.',
	nl: 'Er zijn geen vrije tijden in deze periode.',
	no: 'Det er ingen ledige tider i denne perioden.',
	pl: 'W tym okresie nie ma wolnych terminów.',
	sv: 'Det finns inga lediga tider under den här perioden.',
	tr: 'Bu dönemde boş saat yok.',
};
