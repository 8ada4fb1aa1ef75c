import { isRecord, isText, type Json } from '../contract/json.cts';

/** What a measuring process is told: nothing but what JSON can carry. */
export type Told = Readonly<Record<string, string | number | boolean>>;

/** What a measuring process answers. */
export type Figures = Readonly<Record<string, number>>;

export function isFigures(value: unknown): value is Figures {
	return isRecord(value) && Object.values(value).every((figure) => typeof figure === 'number');
}

/** @throws Error when there is no such figure */
export function figure(figures: Json, name: string): number {
	const value = figures[name];
	if (typeof value !== 'number') throw new Error(`There is no figure "${name}"`);
	return value;
}

/** @throws Error when there is no such text */
export function textIn(told: Json, name: string): string {
	const value = told[name];
	if (!isText(value)) throw new Error(`There is no text "${name}"`);
	return value;
}
