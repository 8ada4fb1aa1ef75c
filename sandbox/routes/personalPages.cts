import type { Json } from '../../contract/json.cts';
import type { PersonalPage } from '../records/people.cts';
import { ok, type Answer, type Call, type Route } from './route.cts';

/** The page of the caller. What a page begins with is unpublished: nothing but all meeting types. */
function pageOf({ state, caller }: Call): PersonalPage {
	const userId = caller.user.id;
	const page = state.personalPages.get(userId) ?? {
		id: state.ids.uuid('personal page'),
		userId,
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
	state.personalPages.set(userId, page);
	return page;
}

function onWire({ userId: _, ...page }: PersonalPage): Json {
	return page;
}

function getPersonalPage(call: Call): Answer {
	return ok(onWire(pageOf(call)));
}

/** Whether a group such as `onlineProfiles` is completed or replaced is unpublished: replaced, as more would get lost then. */
function updatePersonalPage(call: Call): Answer {
	const page = pageOf(call);
	const changed: PersonalPage = { ...page, ...call.body, id: page.id };
	call.state.personalPages.set(page.userId, changed);
	return ok(onWire(changed));
}

export const routes: readonly Route[] = [
	{ operationId: 'getPersonalPage', handle: getPersonalPage },
	{ operationId: 'updatePersonalPage', handle: updatePersonalPage },
];
