import type { Json } from '../../contract/json.cts';
import { RecordKind } from '../recordKind.cts';
import { ok, type Answer, type Call, type Route } from './route.cts';

/** A user's public page. */
interface PersonalPage {
	readonly id: string;
	readonly useCustomColors: boolean;
	readonly primaryColor: string;
	readonly secondaryColor: string;
	readonly headerImage: string | null;
	readonly description: string;
	readonly showAllMeetingTypes: boolean;
	readonly meetingTypeOrder: readonly string[];
	readonly onlineProfiles: Json;
}

/** By the id of the user. */
export const personalPages = new RecordKind<PersonalPage>();

/** The page of the caller. What a page begins with is unpublished: nothing but all meeting types. */
function pageOf({ state, caller }: Call): PersonalPage {
	const pages = personalPages.in(state);
	const page = pages.get(caller.user.id) ?? {
		id: state.ids.uuid('personal page'),
		useCustomColors: false,
		primaryColor: '',
		secondaryColor: '',
		headerImage: null,
		description: '',
		showAllMeetingTypes: true,
		meetingTypeOrder: [],
		onlineProfiles: {},
	};
	// Its id is to stay.
	pages.set(caller.user.id, page);
	return page;
}

function getPersonalPage(call: Call): Answer {
	return ok(pageOf(call));
}

/** Whether a group such as `onlineProfiles` is completed or replaced is unpublished: replaced, as more would get lost then. */
function updatePersonalPage(call: Call): Answer {
	const page = pageOf(call);
	const changed: PersonalPage = { ...page, ...call.body, id: page.id };
	personalPages.in(call.state).set(call.caller.user.id, changed);
	return ok(changed);
}

export const routes: readonly Route[] = [
	{ operationId: 'getPersonalPage', handle: getPersonalPage },
	{ operationId: 'updatePersonalPage', handle: updatePersonalPage },
];
