import { endTogether, runInstalled } from '../command.mjs';
import { ensureInstalled } from '../ensureInstalled.mjs';
import { findChromium } from './chromium.mjs';

endTogether();
process.exitCode = await testInBrowser(process.argv.slice(2));

/** With `--pictures` those of the documentation are taken anew; all else is for jest. */
async function testInBrowser(args) {
	const chromium = findChromium();
	if (chromium === undefined) {
		console.error(
			'These tests need Chromium or Chrome. Install one, e.g. with apt-get install chromium, or set ' +
				'CHROMIUM to the path of its program.',
		);
		return 1;
	}
	if (!(await ensureInstalled())) return 1;
	const { code } = await runInstalled(
		'jest/bin/jest.js',
		['--config', 'jest.browser.config.cjs', ...args.filter((arg) => arg !== '--pictures')],
		{
			show: true,
			env: {
				CHROMIUM: chromium,
				...(args.includes('--pictures') && { MEETERGO_PICTURES: 'docs/images' }),
			},
		},
	);
	return code;
}
