import { record, type Json } from '../../../contract/json.cts';
import { ids } from '../../../sandbox/seed.cts';
import type { Reply, Visit, Visitor } from './visitor.cts';

const TYPES = '/v4/meeting-type';

/** What a new meeting type has to say of itself. */
export const info = { name: 'Roof survey', description: '', duration: 30, channel: 'local' };

/** Properties of the meeting info that are said to vanish without an error. */
export const vanishing = {
	customChannelName: 'Roof',
	customChannelLink: 'https://roof.example.org',
	connectChannelName: 'Roof',
	groupBooking: true,
	enrichInvitee: true,
	confirmationButton: { text: 'Done' },
};

/** Where a visitor writes meeting types. */
export class TypeDesk {
	constructor(private readonly visitor: Visitor) {}

	create(own: Json = {}, how: Visit = {}): Promise<Reply> {
		return this.visitor.ask('POST', TYPES, { ...how, body: { meetingInfo: info, ...own } });
	}

	/** The id of a new type. */
	async made(own: Json = {}): Promise<string> {
		return String(record((await this.create(own)).body).id);
	}

	update(id: string, body: Json): Promise<Reply> {
		return this.visitor.ask('PATCH', `${TYPES}/${id}`, { body });
	}

	remove(id: string, how: Visit = {}): Promise<Reply> {
		return this.visitor.ask('DELETE', `${TYPES}/${id}`, how);
	}

	async shown(id: string): Promise<Json> {
		return record((await this.visitor.ask('GET', `${TYPES}/${id}`)).body);
	}

	/** What Lena offers on the first Tuesday. */
	slots(meetingTypeId: string, channel = 'local'): Promise<string[]> {
		const tuesday = { start: '2026-03-03', end: '2026-03-04' };
		return this.visitor.slots({ meetingTypeId, hostIds: ids.users.lena, channel, ...tuesday });
	}
}
