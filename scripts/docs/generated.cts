import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** Whether a file holds this text. */
export function isUpToDate(file: string, text: string): boolean {
	return existsSync(file) && readFileSync(file, 'utf8') === text;
}

/**
 * Writes a file unless it holds this text already: others may read it meanwhile, and builds look at when it was written.
 *
 * @returns whether it was written
 */
export function writeChanged(file: string, text: string): boolean {
	if (isUpToDate(file, text)) return false;
	mkdirSync(dirname(file), { recursive: true });
	writeFileSync(file, text);
	return true;
}
