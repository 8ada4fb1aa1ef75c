/*
 * The node's patience ends in n8n's `sleep`, which nobody can stop: a request that was answered leaves a timer of up to half a
 * second. Such timers end by themselves, so a suite need not wait for them. Node tells how many timers are open, but not for how
 * long, hence this count of those that end soon.
 */

const SHORT_MS = 1000;
const ENOUGH_TO_TIDY = 1000;

let started = [];

/** Makes `setTimeout` of this realm count, for as long as the process lives. */
function countShortTimers() {
	const { setTimeout } = globalThis;
	function countedSetTimeout(callback, ms, ...args) {
		const timer = setTimeout(callback, ms, ...args);
		if (ms <= SHORT_MS) add(timer);
		return timer;
	}
	// Among others how `util.promisify` makes a promise of it.
	Object.defineProperties(countedSetTimeout, Object.getOwnPropertyDescriptors(setTimeout));
	globalThis.setTimeout = countedSetTimeout;
}

function add(timer) {
	if (started.length >= ENOUGH_TO_TIDY) started = started.filter(isOpen);
	started.push(timer);
}

/** @returns {number} how many short timers keep the process from ending */
function openShortTimers() {
	started = started.filter(isOpen);
	return started.length;
}

function isOpen(timer) {
	return !timer._destroyed && timer.hasRef();
}

module.exports = { countShortTimers, openShortTimers };
