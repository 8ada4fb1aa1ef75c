import type { Json } from '../../contract/json.cts';
import { isSlugTaken } from '../addresses.cts';
import { demandRoom, hasRoom } from '../allowance.cts';
import { refusal } from '../errors.cts';
import { newMeetingType, PLAIN_INFO } from '../newMeetingType.cts';
import type { MeetingInfo, MeetingType } from '../records/meetingTypes.cts';
import { freeSlug } from '../slug.cts';
import { text } from '../values.cts';
import { meetingTypeOnWire } from '../wire.cts';
import { created, type Answer, type Call, type Route } from './route.cts';

/** The schedulers the sandbox knows, by host. Which ones the API knows is unpublished. */
const PROVIDERS = new Map([
	['calendly.com', 'calendly'],
	['cal.com', 'cal.com'],
	['zcal.co', 'zcal'],
]);

/** Nobody is asked: every page is taken to offer these. Minutes. */
const OFFERED = [15, 30];

/** Adds types each time, whatever came before. What `created` and `failed` hold is unpublished. */
function importBookingPage(call: Call): Answer {
	const { state, caller, body } = call;
	const { companyId } = caller.user;
	const provider = PROVIDERS.get(hostOf(text(body.url) ?? ''));
	if (!provider) throw refusal(400, 'Pages of this host cannot be imported');
	demandRoom(state, companyId, 'meetingTypes');
	const made: Json[] = [];
	const failed: Json[] = [];
	for (const duration of OFFERED) {
		const name = `${duration} minute meeting`;
		if (hasRoom(state, companyId, 'meetingTypes')) {
			const type = addType(call, { ...PLAIN_INFO, name, duration });
			made.push(meetingTypeOnWire(state, type));
		} else failed.push({ name, reason: 'PLAN_LIMIT_REACHED' });
	}
	return created({ provider, created: made, failed });
}

function hostOf(address: string): string {
	return URL.canParse(address) ? new URL(address).hostname.replace(/^www\./, '') : '';
}

function addType(call: Call, info: MeetingInfo): MeetingType {
	const { state, caller } = call;
	const plain = newMeetingType(call, caller.user, info);
	const slug = freeSlug(plain.slug, (other) => isSlugTaken(state, { ...plain, slug: other }));
	const type = { ...plain, slug };
	state.meetingTypes.set(type.id, type);
	return type;
}

export const routes: readonly Route[] = [
	{ operationId: 'importBookingPage', handle: importBookingPage },
];
