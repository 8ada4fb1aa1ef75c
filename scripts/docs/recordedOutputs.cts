import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { merged, type OutputSchema, written } from './outputSchema.cts';

const ROOT = join(__dirname, '..', '..');
const SCHEMAS = join(ROOT, 'nodes', 'Meetergo', '__schema__', 'v1.0.0');

/** What the tests of workflows leave of each run: one line of JSON. */
export interface Recorded {
	/** `<resource>/<operation>`, or `TRIGGERS`. */
	readonly name: string;
	readonly schema: OutputSchema;
}

/** The name of what the triggers give: they have neither resources nor operations. */
export const TRIGGERS = '';

/** The variable of the environment that makes them leave it, with the folder to leave it in. */
export const RECORD_INTO = 'MEETERGO_RECORD_OUTPUTS';

/**
 * Writes what n8n's editor shows of an operation before its first run: the schema of everything that all workflow tests have
 * seen it give. Takes as long as those tests.
 */
export function recordOutputSchemas(): void {
	const folder = mkdtempSync(join(tmpdir(), 'n8n-nodes-meetergo-outputs-'));
	try {
		const { status } = spawnSync('npx', ['jest', 'test/workflow'], {
			cwd: ROOT,
			stdio: 'inherit',
			env: { ...process.env, [RECORD_INTO]: folder },
		});
		if (status !== 0) throw new Error('Outputs of tests that fail are not to be relied on.');
		writeOutputSchemas(folder);
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}

/** Writes the schemas of what the tests have left in a folder. */
export function writeOutputSchemas(folder: string): void {
	rmSync(SCHEMAS, { recursive: true, force: true });
	for (const [name, schema] of schemasIn(folder)) {
		const file = name === TRIGGERS ? `${SCHEMAS}.json` : join(SCHEMAS, `${name}.json`);
		mkdirSync(join(file, '..'), { recursive: true });
		writeFileSync(file, `${JSON.stringify(written(schema), null, '\t')}\n`);
	}
}

function schemasIn(folder: string): Map<string, OutputSchema> {
	const schemas = new Map<string, OutputSchema>();
	for (const file of readdirSync(folder)) {
		for (const line of readFileSync(join(folder, file), 'utf8').trim().split('\n')) {
			const { name, schema }: Recorded = JSON.parse(line);
			const known = schemas.get(name);
			schemas.set(name, known === undefined ? schema : merged(known, schema));
		}
	}
	return schemas;
}
