import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import type { IDataObject } from 'n8n-workflow';
import { merged, schemaOf } from '../../scripts/docs/outputSchema.cts';
import { RECORD_INTO, type Recorded } from '../../scripts/docs/recordedOutputs.cts';

/** Of a run that gives more, the rest is like the first ones. */
const ENOUGH = 500;

const folder = process.env[RECORD_INTO];

/** Whether the schemas that n8n's editor shows are being made; those there are do not count then. */
export const isRecording = folder !== undefined;

/** Leaves what a run gave, for these schemas. */
export function record(name: Recorded['name'], records: readonly IDataObject[]): void {
	if (folder === undefined || records.length === 0) return;
	const line: Recorded = {
		name,
		schema: records.slice(0, ENOUGH).map(schemaOf).reduce(merged),
	};
	appendFileSync(join(folder, `${process.pid}.jsonl`), `${JSON.stringify(line)}\n`);
}
