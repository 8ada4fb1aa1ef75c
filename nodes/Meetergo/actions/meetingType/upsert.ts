import type { IDataObject } from 'n8n-workflow';
import { type MeetingType, meetingTypes } from '../../api/meetingTypes';
import { collection } from '../../fields/collection';
import { name } from '../../fields/naming';
import { preview } from '../../fields/preview';
import type { ApiClient } from '../../transport/types';
import { differences, written } from '../requests/differences';
import { Known } from '../requests/known';
import { tellNotKept } from '../requests/notKept';
import { perItem } from '../perItem';
import { inTurn } from '../requests/inTurn';
import { type Told, told } from '../output/told';
import { meetingTypeBody } from './body';
import { changeMeetingType } from './change';
import { makeMeetingType, type MeetingTypeToBe, newTypeBody } from './makeMeetingType';
import { meetingTypeColumns } from './meetingType.columns';
import { ownLike, type Planned } from './own';
import { allSettings, settingsLabel } from './settings.fields';

/** What a change completes property by property. */
const GROUPS = ['meetingInfo', 'meetingOptions'];

export const upsert = perItem({
	option: {
		name: 'Create or Update',
		value: 'upsert',
		description: 'Create a new record, or update the current one if it already exists (upsert)',
		action: 'Create a meeting type or overwrite the one of that slug or name',
	},
	actingUser: 'required',
	effect: 'change',
	fields: {
		name,
		settings: collection({ ...settingsLabel, fields: allSettings }),
	},
	options: { preview },
	async run({ name: called, settings, options }, api): Promise<Told<Planned>> {
		return await inTurn('meeting types', api, async () => {
			const known = await Known.in(meetingTypes, api);
			const wanted = { ...settings, name: called };
			if (options.preview) return await whatWouldBe(wanted, known, api);
			const type = await ownLike(wanted, known.records, api);
			if (type === undefined) {
				const { type: made, facts } = await makeMeetingType(wanted, known, api);
				return told(made, { change: 'created', ...facts });
			}
			const sent = changesOf(type, wanted);
			if (Object.keys(sent).length === 0) return told(type, { change: 'unchanged' });
			const changed = await changeMeetingType(type.id, sent, api);
			known.add(changed);
			return told(changed, { change: 'updated', notKept: tellNotKept(sent, changed, api) });
		});
	},
	simplify: meetingTypeColumns,
});

/** What has to be written about a type that exists. */
function changesOf(type: Planned, wanted: MeetingTypeToBe): IDataObject {
	return differences(meetingTypeBody(wanted), type, GROUPS);
}

async function whatWouldBe(
	wanted: MeetingTypeToBe,
	known: Known<MeetingType>,
	api: ApiClient,
): Promise<Told<Planned>> {
	const before = await ownLike(wanted, [...known.expected], api);
	const sent = before ? changesOf(before, wanted) : newTypeBody(wanted);
	if (before && Object.keys(sent).length === 0) {
		return told(before, { change: 'unchanged', preview: true });
	}
	const after = written<Planned>(before ?? {}, sent, GROUPS);
	known.expect(before, after);
	return told(after, { change: before ? 'updated' : 'created', preview: true });
}
