import type { IDataObject } from 'n8n-workflow';
import type { MeetingType } from '../../api/meetingTypes';
import type { Added } from '../../fields/collection';
import { addSentence } from '../../transport/failures';
import { v4 } from '../../transport/path';
import type { ApiClient, Once } from '../../transport/types';
import { attempt } from '../requests/attempt';
import type { Known } from '../requests/known';
import { notKept, tellNotKept } from '../requests/notKept';
import { only } from '../requests/onlySet';
import { recordIn } from '../requests/recordIn';
import type { Facts } from '../output/told';
import { meetingTypeBody, type writable } from './body';
import { changeMeetingType } from './change';
import { USUAL_CHANNEL } from './channels';
import { USUAL_DURATION } from './duration';

/** What creation does not know, and a change does. */
const UNKNOWN_TO_CREATION = ['enabled', 'timeslotInterval', 'bookingMinimum', 'internalNotes'];

/** What a change has to bring where creation dropped it without an error; the slug was seen to be dropped. */
const MAY_FOLLOW = ['slug', ...UNKNOWN_TO_CREATION];

type Writable = Added<typeof writable>;

/** What a new type is made of. */
export type MeetingTypeToBe = Writable & { readonly name: string };

/** What the API demands of a new type, where nothing else is said. The description may be empty. */
const usual = { description: null, duration: USUAL_DURATION, channel: USUAL_CHANNEL } as const;

/** All of a new type, as the API takes it. */
export function newTypeBody(given: MeetingTypeToBe): IDataObject {
	return meetingTypeBody({ ...usual, ...given });
}

/**
 * Makes a meeting type, and brings what creation cannot take with a second request. A type that exists is worth more than an
 * error, so a failure of that request is told beside it.
 */
export async function makeMeetingType(
	given: MeetingTypeToBe,
	known: Known<MeetingType>,
	api: ApiClient,
): Promise<{ readonly type: MeetingType; readonly facts: Facts }> {
	const sent = newTypeBody(given);
	const { name, duration, channel } = { ...usual, ...given };
	const once = newTypeLike({ name, duration, channel }, known);
	const { record, recovered } = await known.making(() => make(sent, once, api), api);
	known.add(record);

	const missing = notKept(only(sent, ...MAY_FOLLOW), record);
	const completed =
		missing.length === 0
			? { value: record }
			: await attempt(() => changeMeetingType(record.id, only(sent, ...missing), api));
	if ('failure' in completed) {
		const { message, description } = completed.failure;
		api.hint(
			`"${name}" was created, but not all of it could be set (${missing.join(', ')}): ${message}. ${description}`,
		);
		return { type: record, facts: { recovered, notKept: notKept(sent, record).join(', ') } };
	}
	const type = completed.value;
	known.add(type);
	return { type, facts: { recovered, notKept: tellNotKept(sent, type, api) } };
}

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
