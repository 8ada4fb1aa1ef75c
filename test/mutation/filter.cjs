/** The tests that load n8n's own HTTP helper, or send thousands of requests: with them a run takes several times as long. */
const SLOW = /[/\\](?:connect|wire|limiterShapes)\.test\.cts$/;

/**
 * The test files of one run of jest. A mistake in what other tests reach as well is left to them; the
 * first run, which finds out what each test reaches, has all files.
 */
module.exports = (files) => {
	const fast = files.filter((file) => !SLOW.test(file));
	const isFirst = process.env.__STRYKER_ACTIVE_MUTANT__ === undefined;
	return { filtered: isFirst || fast.length === 0 ? files : fast };
};
