import type { Json } from '../../contract/json.cts';
import { refusal } from '../errors.cts';
import type { Contact } from '../records/contacts.cts';
import type { State } from '../state.cts';
import { hostsOnWire } from '../wire.cts';
import { appointmentsOf, emailsOf, notesOf, titleOf } from './history.cts';

interface Activity extends Json {
	readonly id: string;
	readonly type: 'meeting' | 'email' | 'note';
	readonly occurredAt: string;
}

export interface ActivityPage {
	readonly items: readonly Activity[];
	readonly nextCursor: string | null;
	readonly hasMore: boolean;
}

/** What an activity holds where nothing is known. */
const BLANK = {
	title: null,
	summary: null,
	direction: null,
	status: null,
	recordingSessionId: null,
} as const;

/** What has to do with a contact, meetings to come included; the latest first. */
function activitiesOf(state: State, contact: Contact): Activity[] {
	const meetings = appointmentsOf(state, contact).map((appointment) => ({
		...BLANK,
		id: appointment.id,
		type: 'meeting' as const,
		source: 'appointment',
		occurredAt: appointment.start,
		title: titleOf(state, appointment),
		summary: appointment.summary,
		status: appointment.cancel ? 'cancelled' : 'confirmed',
		owner: hostsOnWire(state, appointment.hostIds)[0],
	}));
	const emails = emailsOf(state, contact).map(({ id, provider, sentAt, ...email }) => ({
		...BLANK,
		id,
		type: 'email' as const,
		source: provider,
		occurredAt: sentAt,
		title: email.subject,
		summary: email.snippet,
		direction: email.direction,
	}));
	const notes = notesOf(state, contact).map(({ id, content, authorId, createdAt }) => ({
		...BLANK,
		id,
		type: 'note' as const,
		source: 'note',
		occurredAt: createdAt,
		summary: content,
		owner: hostsOnWire(state, [authorId])[0],
	}));
	return [...meetings, ...emails, ...notes].sort((a, b) => (placeOf(a) > placeOf(b) ? -1 : 1));
}

/** One page of them, after the place that the cursor of the page before names. */
export function activityPage(
	state: State,
	contact: Contact,
	wish: { readonly types: readonly string[]; readonly cursor?: string; readonly limit: number },
): ActivityPage {
	const { types, cursor, limit } = wish;
	const after = cursor === undefined ? '\uffff' : readCursor(cursor);
	const matches = activitiesOf(state, contact).filter(
		(activity) =>
			(types.length === 0 || types.includes(activity.type)) && placeOf(activity) < after,
	);
	const items = matches.slice(0, limit);
	const last = items.at(-1);
	const hasMore = matches.length > items.length;
	return { items, nextCursor: hasMore && last ? cursorAt(last) : null, hasMore };
}

/** Sorts as text. */
function placeOf({ occurredAt, id }: Activity): string {
	return `${occurredAt} ${id}`;
}

function cursorAt(activity: Activity): string {
	return Buffer.from(placeOf(activity)).toString('base64url');
}

function readCursor(cursor: string): string {
	const place = Buffer.from(cursor, 'base64url').toString();
	if (!/^[\d-]{10}T[\d:.]{12}Z \S+$/.test(place)) throw refusal(400, ['cursor is invalid']);
	return place;
}
