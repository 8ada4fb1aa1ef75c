import { wholeNumber } from './basic';
import type { Form } from './field';

/** Seconds; an agent's tool call must answer sooner than a workflow in the background. */
const PATIENCE = { workflow: 120, agent: 25 };

/** Part of every operation's options. */
export const maxWait = wholeNumber({
	displayName: 'Max Wait (Seconds)',
	name: 'maxWait',
	description: 'Longest wait for each request while meetergo refuses or cannot be reached',
	min: 0,
	max: 3600,
	default: PATIENCE.workflow,
});

/** How long one request of this item may wait after refusals and faults, in milliseconds. */
export function waitBudgetMs(form: Form, caller: keyof typeof PATIENCE): number {
	const options = form.within('options');
	const isSet = options.value('maxWait') !== undefined;
	return (isSet ? maxWait.read(options) : PATIENCE[caller]) * 1000;
}
