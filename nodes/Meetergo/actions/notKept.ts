import type { IDataObject } from 'n8n-workflow';
import { isRecord } from '../fields/field';

/**
 * What meetergo was sent and did not keep, by path, as in `meetingInfo.customChannelName`. It drops properties without an
 * error, so the record that it answers with is held against what was sent.
 */
export function notKept(sent: IDataObject, kept: IDataObject, within = ''): string[] {
	return Object.entries(sent).flatMap(([name, value]) => {
		if (value === undefined) return [];
		const path = `${within}${name}`;
		const found = kept[name];
		if (isPlain(value)) return notKept(value, isPlain(found) ? found : {}, `${path}.`);
		return JSON.stringify(value) === JSON.stringify(found) ? [] : [path];
	});
}

function isPlain(value: unknown): value is IDataObject {
	return isRecord(value);
}
