import type { IDataObject } from 'n8n-workflow';

/** So many events are remembered over a restart; static data is read and written as a whole. */
const REMEMBERED = 500;

/** The keys of events that static data remembers as told, the oldest first. */
export function toldIn({ told }: IDataObject): string[] {
	return Array.isArray(told) ? told.filter((key) => typeof key === 'string') : [];
}

/** Remembers what was told, besides what was remembered before. */
export function remember(staticData: IDataObject, told: readonly string[]): void {
	const keys = [...new Set([...toldIn(staticData), ...told])];
	staticData.told = keys.slice(-REMEMBERED);
}
