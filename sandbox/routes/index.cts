import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Route } from './route.cts';

/** In this folder without being routes themselves. */
const OTHERS = new Set(['index.cts', 'route.cts']);

/** The operations the sandbox answers: those of every file in this folder. */
export const routes: readonly Route[] = readdirSync(__dirname)
	.filter((file) => file.endsWith('.cts') && !OTHERS.has(file))
	.flatMap(routesIn);

function routesIn(file: string): readonly Route[] {
	const { routes: exported }: { readonly routes?: readonly Route[] } = require(
		join(__dirname, file),
	);
	if (exported === undefined) throw new Error(`sandbox/routes/${file} has to export \`routes\``);
	return exported;
}
