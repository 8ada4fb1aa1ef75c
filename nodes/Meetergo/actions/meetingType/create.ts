import type { IDataObject } from 'n8n-workflow';
import { meetingTypes } from '../../api/listings';
import type { MeetingType } from '../../api/records';
import { collection } from '../../fields/collection';
import { name } from '../../fields/naming';
import { addSentence } from '../../transport/failures';
import { inputFailure } from '../../transport/nodeErrors';
import { v4 } from '../../transport/path';
import type { ApiClient, Once } from '../../transport/types';
import { attempt } from '../attempt';
import { Known } from '../known';
import { notKept, tellNotKept } from '../notKept';
import { perItem } from '../perItem';
import { recordIn } from '../recordIn';
import { told } from '../told';
import { meetingTypeBody } from './body';
import { changeMeetingType } from './change';
import { usualChannel } from './channels';
import { usualDuration } from './duration';
import { simplifyMeetingType } from './meetingType.simplify';
import { settings, settingsLabel } from './settings.fields';

/** What creation does not know, and a change does. */
const UNKNOWN_TO_CREATION = ['enabled', 'timeslotInterval', 'bookingMinimum', 'internalNotes'];

/** What a change has to bring where creation dropped it without an error; the slug was seen to be dropped. */
const MAY_FOLLOW = ['slug', ...UNKNOWN_TO_CREATION];

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
		const known = await Known.in(meetingTypes, api);
		refuseTaken(more.slug, known, api);
		const main = { name: called, duration, channel };
		// A description is demanded, and may be empty.
		const sent = meetingTypeBody({ description: null, ...more, ...main });
		const once = newTypeLike(main, known);
		const { record, recovered } = await known.making(() => make(sent, once, api), api);
		known.add(record);

		const missing = notKept(only(MAY_FOLLOW, sent), record);
		const completed =
			missing.length === 0
				? { value: record }
				: await attempt(() => changeMeetingType(record.id, only(missing, sent), api));
		if ('failure' in completed) {
			const { message, description } = completed.failure;
			api.hint(
				`"${called}" was created, but not all of it could be set (${missing.join(', ')}): ${message}. ${description}`,
			);
			return told(record, { recovered, notKept: notKept(sent, record).join(', ') });
		}
		const type = completed.value;
		known.add(type);
		return told(type, { recovered, notKept: tellNotKept(sent, type, api) });
	},
	simplify: simplifyMeetingType,
});

/** The request that makes it. Its answer is the record, made once. */
async function make(sent: IDataObject, once: Once<MeetingType>, api: ApiClient) {
	const body = Object.fromEntries(
		Object.entries(sent).filter(([key]) => !UNKNOWN_TO_CREATION.includes(key)),
	);
	const made = await attempt(() => api.once(v4`/meeting-type`, body, once));
	if ('value' in made) return made.value;
	const { failure } = made;
	return api.fail(
		failure.code === 'conflict'
			? addSentence(
					failure,
					'meetergo makes the first address of a meeting type from its name, so it may be the name that is taken.',
				)
			: failure,
	);
}

/** A type that was not there before, of that name, length and channel, is the one that was made. */
function newTypeLike(meetingInfo: IDataObject, known: Known<MeetingType>): Once<MeetingType> {
	return {
		proof: 'lookUp',
		complete: true,
		read: (answer) => recordIn<MeetingType>(answer, 'id'),
		find: async (api) =>
			await known.findNew(api, (type) => notKept({ meetingInfo }, type).length === 0),
		howToCheck:
			'Look for it with Meeting Type > Get Many, by its name, before you create it again.',
	};
}

/** A slug that is taken would be refused only after the type is made. */
function refuseTaken(slug: string | undefined, known: Known<MeetingType>, api: ApiClient): void {
	const other = known.records.find((type) => type.slug === slug && isOwn(type));
	if (slug === undefined || other === undefined) return;
	const who = other.meetingInfo?.name ?? other.id;
	api.fail(
		inputFailure('Slug', `"${slug}" is taken by the meeting type "${who}" of the same host`),
	);
}

/** A list of somebody's types also has those of colleagues, made for them or shared with them. */
function isOwn({ userId, createdById, deletedAt }: MeetingType): boolean {
	return Boolean(userId) && (createdById ?? userId) === userId && !deletedAt;
}

function only(keys: readonly string[], body: IDataObject): IDataObject {
	return Object.fromEntries(Object.entries(body).filter(([key]) => keys.includes(key)));
}
