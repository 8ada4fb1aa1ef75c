import type { IDataObject } from 'n8n-workflow';
import { type MeetingType, meetingTypes } from '../../api/meetingTypes';
import { type Added, collection } from '../../fields/collection';
import { preset } from '../../fields/field';
import { name } from '../../fields/naming';
import { preview } from '../../fields/preview';
import type { ApiClient } from '../../transport/types';
import { differences, written } from '../requests/differences';
import { Known } from '../requests/known';
import { tellNotKept } from '../requests/notKept';
import { perItem } from '../perItem';
import { type Told, told } from '../output/told';
import { meetingTypeBody, type writable } from './body';
import { changeMeetingType } from './change';
import { usualChannel } from './channels';
import { usualDuration } from './duration';
import { makeMeetingType, type MeetingTypeToBe, newTypeBody } from './makeMeetingType';
import { meetingTypeColumns } from './meetingType.columns';
import { ownLike, type Planned } from './own';
import { settings, settingsLabel } from './settings.fields';

/** What a change completes property by property. */
const GROUPS = ['meetingInfo', 'meetingOptions'];

/** The same wishes for a new type, and for one that exists: a default is for new ones only. */
interface Wanted {
	readonly asNew: MeetingTypeToBe;
	readonly asChange: Added<typeof writable>;
}

export const upsert = perItem({
	option: {
		name: 'Create or Update',
		value: 'upsert',
		description: 'Create a new record, or update the current one if it already exists (upsert)',
		action:
			'Create or update a meeting type by slug or name where a new slug breaks the old address',
	},
	actingUser: 'required',
	effect: 'change',
	fields: {
		name,
		duration: preset(usualDuration),
		channel: preset(usualChannel),
		settings: collection({ ...settingsLabel, fields: settings }),
	},
	options: { preview },
	async run(
		{ name: called, duration, channel, settings: more, options },
		api,
	): Promise<Told<Planned>> {
		const known = await Known.in(meetingTypes, api);
		const wanted: Wanted = {
			asNew: { ...more, name: called, duration: duration.orDefault, channel: channel.orDefault },
			asChange: { ...more, name: called, duration: duration.entered, channel: channel.entered },
		};
		if (options.preview) return await whatWouldBe(wanted, known, api);
		const type = await ownLike(wanted.asNew, known.records, api);
		if (type === undefined) {
			const { type: made, facts } = await makeMeetingType(wanted.asNew, known, api);
			return told(made, { change: 'created', ...facts });
		}
		const sent = changesOf(type, wanted);
		if (Object.keys(sent).length === 0) return told(type, { change: 'unchanged' });
		const changed = await changeMeetingType(type.id, sent, api);
		known.add(changed);
		return told(changed, { change: 'updated', notKept: tellNotKept(sent, changed, api) });
	},
	simplify: meetingTypeColumns,
});

/** What has to be written about a type that exists. */
function changesOf(type: Planned, { asChange }: Wanted): IDataObject {
	return differences(meetingTypeBody(asChange), type, GROUPS);
}

async function whatWouldBe(
	wanted: Wanted,
	known: Known<MeetingType>,
	api: ApiClient,
): Promise<Told<Planned>> {
	const before = await ownLike(wanted.asNew, [...known.expected], api);
	const sent = before ? changesOf(before, wanted) : newTypeBody(wanted.asNew);
	if (before && Object.keys(sent).length === 0) {
		return told(before, { change: 'unchanged', preview: true });
	}
	const after = written<Planned>(before ?? {}, sent, GROUPS);
	known.expect(before, after);
	return told(after, { change: before ? 'updated' : 'created', preview: true });
}
