import type { MeetingType } from '../../../api/meetingTypes';
import type { Reference } from '../../../fields/locator';
import type { ApiClient } from '../../../transport/types';
import { attempt } from '../../requests/attempt';
import { findMeetingType } from '../../meetingType/findMeetingType';
import { scopeOf } from '../../meetingType/hostScope';
import { OTHER_TYPES, type SlotPreferences } from '../createNextFree.fields';

/** The meeting types in the order of the form, each once. Those that nobody hosts are skipped, unless there is no other. */
export async function typesInOrder(
	item: {
		readonly meetingTypeId: Reference;
		readonly slotPreferences: SlotPreferences;
		readonly options: { readonly hostIds?: readonly string[] };
	},
	api: ApiClient,
): Promise<readonly MeetingType[]> {
	const first = await findMeetingType(item.meetingTypeId, api);
	const types = new Map([[first.id, first]]);
	for (const id of item.slotPreferences.otherMeetingTypes ?? []) {
		const type = await otherType(id, api);
		types.set(type.id, type);
	}
	const hosted = [...types.values()].filter((type) => scopeOf(type, item.options.hostIds));
	return hosted.length > 0 ? hosted : [first];
}

/** A type that is not found would else be taken for the one that every operation has. */
async function otherType(id: string, api: ApiClient): Promise<MeetingType> {
	const found = await attempt(async () => await findMeetingType({ id }, api));
	if ('value' in found) return found.value;
	const { failure } = found;
	if (failure.code !== 'notFound') return api.fail(failure);
	const message = `${OTHER_TYPES}: there is no meeting type ${id}`;
	return api.fail({ ...failure, parameter: OTHER_TYPES, message });
}
