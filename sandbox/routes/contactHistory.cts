import { activityPage } from '../contacts/activity.cts';
import { emailsOf } from '../contacts/history.cts';
import { number, text, texts } from '../values.cts';
import { visibleContact } from './contacts.cts';
import { ok, type Answer, type Call, type Route } from './route.cts';

function listContactActivity(call: Call): Answer {
	const { state, params, query } = call;
	const contact = visibleContact(call, params.id ?? '');
	const page = activityPage(state, contact, {
		types: texts(query.types),
		cursor: text(query.cursor),
		limit: number(query.limit) ?? 30,
	});
	return ok(page);
}

/** Order and default page size are unpublished: the latest first, and 20. */
function listContactEmails(call: Call): Answer {
	const { state, params, query } = call;
	const emails = emailsOf(state, visibleContact(call, params.id ?? ''));
	const limit = number(query.limit) ?? 20;
	const offset = number(query.offset) ?? 0;
	return ok({ data: emails.slice(offset, offset + limit), total: emails.length });
}

export const routes: readonly Route[] = [
	{ operationId: 'listContactActivity', handle: listContactActivity },
	{ operationId: 'listContactEmails', handle: listContactEmails },
];
