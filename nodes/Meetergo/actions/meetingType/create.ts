import { type MeetingType, meetingTypes } from '../../api/meetingTypes';
import { collection } from '../../fields/collection';
import { name } from '../../fields/naming';
import { inputFailure } from '../../transport/nodeErrors';
import type { ApiClient } from '../../transport/types';
import { Known } from '../requests/known';
import { perItem } from '../perItem';
import { inTurn } from '../requests/inTurn';
import { told } from '../output/told';
import { usualChannel } from './channels';
import { usualDuration } from './duration';
import { makeMeetingType } from './makeMeetingType';
import { meetingTypeColumns } from './meetingType.columns';
import { ownAt } from './own';
import { settings, settingsLabel } from './settings.fields';

export const create = perItem({
	option: {
		name: 'Create',
		value: 'create',
		description: 'Create a meeting type; it can be booked at once',
		action: 'Create a meeting type that can be booked at once',
	},
	actingUser: 'required',
	effect: 'change',
	fields: {
		name,
		duration: usualDuration,
		channel: usualChannel,
		settings: collection({ ...settingsLabel, fields: settings }),
	},
	async run({ name: called, duration, channel, settings: more }, api) {
		return await inTurn('meeting types', api, async () => {
			const known = await Known.in(meetingTypes, api);
			await refuseTaken(more.slug, known, api);
			const given = { ...more, name: called, duration, channel };
			const { type, facts } = await makeMeetingType(given, known, api);
			return told(type, facts);
		});
	},
	simplify: meetingTypeColumns,
});

/** A slug that is taken would be refused only after the type is made. */
async function refuseTaken(
	slug: string | undefined,
	known: Known<MeetingType>,
	api: ApiClient,
): Promise<void> {
	const other = slug === undefined ? undefined : await ownAt(slug, known.records, api);
	if (other === undefined) return;
	const who = other.meetingInfo?.name ?? other.id;
	api.fail(
		inputFailure('Slug', `"${slug}" is taken by the meeting type "${who}" of the same host`),
	);
}
