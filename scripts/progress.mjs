const REDRAW_MS = 200;
const LINE_EVERY_MS = 10_000;

/**
 * Shows what takes time, with the seconds it took so far: one live line on a terminal, else a line
 * now and then.
 *
 * @param {string} text what is done, e.g. "Building"
 */
export function startProgress(text) {
	const startedAt = Date.now();
	const seconds = () => Math.round((Date.now() - startedAt) / 1000);
	const { isTTY, columns = 80 } = process.stdout;
	let current = text;

	const draw = () => {
		const line = `${current} ... ${seconds()} s`;
		process.stdout.write(isTTY ? `\r\x1b[2K${line.slice(0, columns - 1)}` : `${line}\n`);
	};
	if (isTTY) draw();
	else console.log(`${text} ...`);
	const timer = setInterval(draw, isTTY ? REDRAW_MS : LINE_EVERY_MS);

	return {
		/** @param {string} newText */
		update(newText) {
			current = newText;
		},
		/**
		 * @param {string} result e.g. "done"
		 * @param {number} took in seconds, when it did not start together with the progress
		 */
		end(result, took = seconds()) {
			clearInterval(timer);
			if (isTTY) process.stdout.write('\r\x1b[2K');
			console.log(`${text}: ${result} (${took} s)`);
		},
	};
}
