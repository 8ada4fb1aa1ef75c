import type { INodeExecutionData, IPollFunctions } from 'n8n-workflow';
import { WHO_MAY_READ } from '../../actions/booking/listsOf';
import type { Form } from '../../fields/field';
import { realClock } from '../../transport/clock';
import { failureOf } from '../../transport/failures';
import type { ApiClient } from '../../transport/types';
import { span } from '../../transport/within';
import { bookingItem } from '../eventItem';
import { formOfTrigger, nameOf, openTrigger } from '../open';
import type { Look } from './changes';
import { filterOf, queryOf } from './filters';
import { type PollFields, readPollForm } from './form';
import { readLists } from './lists';
import { Pass } from './pass';
import { type Cut, loadState, type PollState, storeState } from './state';
import { recentBooking } from './testEvent';
import { type LookedAt, windowOf } from './window';

/** What n8n gives a poll where it does not say, and what is left of it for what comes after. */
const BUDGET_MS = 300_000;
const RESERVE_MS = 5_000;

/** Clocks of n8n and meetergo may differ by so much. */
const SKEW_MS = 600_000;

/** Triggers of this process that are looking just now. */
const looking = new Set<string>();

/** Looks at the bookings, and tells what has changed since the last look; `null` if nothing has. */
export async function poll(context: IPollFunctions): Promise<INodeExecutionData[][] | null> {
	const form = formOfTrigger(context);
	const fields = readPollForm(form);
	if (context.getMode() === 'manual') return [[await recentBooking(context, form, fields)]];
	// Two looks at once would tell everything twice, as each knows only what was told before both.
	const trigger = nameOf(context);
	if (looking.has(trigger)) {
		context.logger.info('The last poll of meetergo still runs, so this one was left out');
		return null;
	}
	looking.add(trigger);
	try {
		return await lookOnce(context, form, fields);
	} finally {
		looking.delete(trigger);
	}
}

async function lookOnce(
	context: IPollFunctions,
	form: Form,
	fields: PollFields,
): Promise<INodeExecutionData[][] | null> {
	const budgetMs = Math.max(0, (context.getPollBudgetMs?.() ?? BUDGET_MS) - RESERVE_MS);
	const { over: timeUp, stop } = span(budgetMs);
	try {
		const patience = { maxWaitMs: budgetMs };
		const { api, connection } = await openTrigger(context, form, patience, WHO_MAY_READ);
		const now = realClock.now();
		const staticData = context.getWorkflowStaticData('node');
		const state = stateAt(now, settingsOf(form, fields), loadState(staticData));
		const window = windowOf(fields, state, now);
		const pass = new Pass(state.seen, lookAt(now, state, fields), window);
		const cut = await readAll(api, pass, { ...window, fields, former: state.cut, timeUp });

		const cost = `${pass.count} bookings with ${connection.notes.requests} requests`;
		if (cut === undefined) context.logger.debug(`A poll of meetergo has read ${cost}`);
		else context.logger.warn(`Time was up after ${cost}; the next poll goes on there. ${FEWER}`);

		const told = pass.changes.filter(({ facts }) => fields.events.includes(facts.event));
		const items = told.map(({ booking, facts }) => bookingItem(form, booking, facts));
		const completeAt = cut === undefined ? now : state.completeAt;
		storeState(staticData, { ...state, completeAt, seen: pass.remembered(), cut });
		return items.length > 0 ? [items] : null;
	} finally {
		stop();
	}
}

interface Reading extends LookedAt {
	readonly fields: PollFields;
	/** Where the last poll was broken off. */
	readonly former: Cut | undefined;
	readonly timeUp: Promise<void>;
}

/** Takes all bookings through a pass; tells where it was broken off. */
async function readAll(
	api: ApiClient,
	pass: Pass,
	{ fields, former, timeUp, ...window }: Reading,
): Promise<Cut | undefined> {
	const isWanted = filterOf(fields);
	const wish = { hosts: fields.hosts, ...window, query: queryOf(fields), cut: former, timeUp };
	const cut = await readLists(api, wish, (booking) => {
		if (isWanted(booking)) pass.add(booking);
	});
	if (cut !== undefined && cut.host === former?.host && cut.from === former.from) {
		return api.fail(failureOf('timedOut', { message: TOO_SHORT, advice: FEWER }));
	}
	// Only who has seen all lists knows what is missing in them.
	if (cut === undefined && former === undefined) await pass.addMissing(api, timeUp);
	return cut;
}

/** What counts as new. The first look with these settings knows nothing yet, so it trusts the clocks. */
function lookAt(
	now: number,
	{ since, completeAt }: PollState,
	{ minutesBefore }: PollFields,
): Look {
	const newAfter = completeAt === undefined ? since : since - SKEW_MS;
	return { now, since, newAfter, leadMs: minutesBefore * 60_000 };
}

const TOO_SHORT = 'The time of a poll is not enough to read one page of bookings';
const FEWER = 'Fewer hosts or a shorter Window take fewer requests.';

/** With other settings the trigger has not looked yet, but still knows what it has seen. */
function stateAt(now: number, settings: string, stored: PollState | undefined): PollState {
	if (stored?.settings === settings) return stored;
	return { settings, since: now, seen: stored?.seen ?? new Map() };
}

/** What decides which bookings the trigger sees. */
function settingsOf(form: Form, { hosts, filters, window, minutesBefore }: PollFields): string {
	const user = [form.value('authentication'), form.value('actingUser')];
	return JSON.stringify([user, hosts, filters, window, minutesBefore]);
}
