import { wholeNumber } from './basic';
import { type Form, isBlank, notForAgents } from './field';

/** Seconds; an agent's tool call must answer sooner than a workflow in the background. */
const PATIENCE = { workflow: 120, agent: 25 };

const maxWait = wholeNumber({
	displayName: 'Max Wait (Seconds)',
	name: 'maxWait',
	description: 'Longest wait for each request while meetergo refuses or cannot be reached',
	min: 0,
	max: 3600,
	default: PATIENCE.workflow,
});

/** Reading in parallel does no harm; changes come one after the other unless the user wants it otherwise. */
const AT_ONCE = { read: 5, change: 1, destroy: 1 };

const concurrency = notForAgents(
	wholeNumber({
		displayName: 'Concurrency',
		name: 'concurrency',
		description: `Items at a time. Not added: ${AT_ONCE.read} to read, ${AT_ONCE.change} to change.`,
		min: 1,
		max: 50,
		default: AT_ONCE.read,
	}),
);

/** Part of every operation's options. */
export const pace = { concurrency, maxWait };

/** How long one request of this item may wait after refusals and faults, in milliseconds. */
export function waitBudgetMs(form: Form, caller: keyof typeof PATIENCE): number {
	return (added(form, 'maxWait') ?? PATIENCE[caller]) * 1000;
}

/** How many items to work on at once: the most careful of what their forms say. */
export function itemsAtOnce(forms: readonly Form[], effect: keyof typeof AT_ONCE): number {
	const wished = forms.flatMap((form) => added(form, 'concurrency') ?? []);
	return wished.length > 0 ? Math.min(...wished) : AT_ONCE[effect];
}

/** The value of an option, where the user has added it. */
function added(form: Form, name: keyof typeof pace): number | undefined {
	const options = form.within('options');
	return isBlank(options.value(name)) ? undefined : pace[name].read(options);
}
