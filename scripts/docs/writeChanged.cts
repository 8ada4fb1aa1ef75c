import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * Writes a file unless it holds this text already: others may read it meanwhile, and builds look at when it was written.
 *
 * @returns whether it was written
 */
export function writeChanged(file: string, text: string): boolean {
	if (existsSync(file) && readFileSync(file, 'utf8') === text) return false;
	mkdirSync(dirname(file), { recursive: true });
	writeFileSync(file, text);
	return true;
}
