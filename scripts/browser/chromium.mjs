import { existsSync } from 'node:fs';

const USUAL = [
	'/usr/bin/chromium',
	'/usr/bin/chromium-browser',
	'/usr/bin/google-chrome',
	'/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
	'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/** @returns {string | undefined} the program of a browser that tests can drive */
export function findChromium() {
	return [process.env.CHROMIUM, ...USUAL].find((path) => path && existsSync(path));
}
