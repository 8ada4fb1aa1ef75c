import type { IDataObject } from 'n8n-workflow';
import { isBlank } from '../../fields/field';
import { isObject } from '../../transport/isObject';
import type { ApiClient } from '../../transport/types';

/**
 * Tells the user what meetergo was sent and did not keep.
 * @returns the paths for the output, `undefined` when everything was kept
 */
export function tellNotKept(
	sent: IDataObject,
	kept: IDataObject,
	api: ApiClient,
): string | undefined {
	const paths = notKept(sent, kept).join(', ');
	if (paths === '') return undefined;
	api.hint(`meetergo did not keep everything it was sent. Missing or different: ${paths}.`);
	return paths;
}

/**
 * What meetergo was sent and did not keep, by path, as in `meetingInfo.customChannelName`. It drops properties without an
 * error, so the record that it answers with is held against what was sent.
 */
export function notKept(sent: IDataObject, kept: IDataObject, within = ''): string[] {
	return Object.entries(sent).flatMap(([name, value]) => {
		if (value === undefined) return [];
		const path = `${within}${name}`;
		const found = kept[name];
		if (isObject(value)) return notKept(value, isObject(found) ? found : {}, `${path}.`);
		return isSame(value, found) ? [] : [path];
	});
}

/** A server may order a list anew, write a number as text, and leave out what is empty. */
function isSame(sent: unknown, kept: unknown): boolean {
	if (isNothing(sent)) return isNothing(kept);
	if (!Array.isArray(sent)) return String(sent) === String(kept);
	const texts = (list: readonly unknown[]) => list.map(textOf).sort();
	return Array.isArray(kept) && texts(sent).join() === texts(kept).join();
}

function isNothing(value: unknown): boolean {
	return isBlank(value) || (Array.isArray(value) && value.length === 0);
}

function textOf(value: unknown): string {
	return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
