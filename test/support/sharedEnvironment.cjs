const { setTimeout: delay } = require('node:timers/promises');
const { relative } = require('node:path');
const { ModernFakeTimers } = require('@jest/fake-timers');
const { ModuleMocker } = require('jest-mock');
const { restore, snapshot } = require('./sharedModules.cjs');
const { countShortTimers, openShortTimers } = require('./shortTimers.cjs');

countShortTimers();

const STACK_FRAMES = 100;
/** How long what a suite has closed may take to be gone. */
const CLOSED_WITHIN_MS = 5000;
const LOOK_AGAIN_AFTER_MS = 2;

/**
 * A test environment of jest in the worker's own realm, so that what is loaded once per worker meets the same Array, Error and
 * Promise as the tests. After each suite the environment variables and globals are as they were before it, and a suite that
 * leaves a server, socket, timer or process open fails.
 */
module.exports = class SharedEnvironment {
	constructor({ projectConfig }, { testPath }) {
		this.global = globalThis;
		this.suite = relative(projectConfig.rootDir, testPath);
		this.before = snapshot();
		this.openBefore = countOpen();
		this.stackTraceLimit = Error.stackTraceLimit;
		Error.stackTraceLimit = STACK_FRAMES;
		this.moduleMocker = new ModuleMocker(globalThis);
		this.fakeTimers = null;
		this.fakeTimersModern = new ModernFakeTimers({ config: projectConfig, global: globalThis });
	}

	async setup() {}

	async teardown() {
		this.fakeTimersModern.dispose();
		restore(this.before);
		Error.stackTraceLimit = this.stackTraceLimit;
		await this.expectClosed();
	}

	async expectClosed() {
		const deadline = performance.now() + CLOSED_WITHIN_MS;
		let open = openedSince(this.openBefore);
		while (open.length > 0 && performance.now() < deadline) {
			await delay(LOOK_AGAIN_AFTER_MS);
			open = openedSince(this.openBefore);
		}
		if (open.length > 0) throw new Error(`${this.suite} leaves open: ${open.join(', ')}`);
	}

	exportConditions() {
		return ['node', 'node-addons'];
	}

	getVmContext() {
		return globalThis;
	}
};

/** How many of each kind of resource keep the process from ending, and will not end by themselves in a moment. */
function countOpen() {
	const counts = new Map([['Timeout', -openShortTimers()]]);
	for (const kind of process.getActiveResourcesInfo())
		counts.set(kind, (counts.get(kind) ?? 0) + 1);
	return counts;
}

function openedSince(before) {
	return [...countOpen()].flatMap(([kind, count]) => {
		const more = count - (before.get(kind) ?? 0);
		return more > 0 ? [`${more} ${kind}`] : [];
	});
}
