import {
	analyzePackage,
	SOURCE_FILE_PATTERNS,
} from '@n8n/scan-community-package/scanner/scanner.mjs';

/*
 * n8n's verification scan of one folder, as a program of its own: it loads eslint with all its rules.
 * Arguments: the folder, and `source` or `package`. n8n scans both, a published package only for what
 * it runs.
 */
const [folder, kind] = process.argv.slice(2);
const patterns = kind === 'source' ? SOURCE_FILE_PATTERNS : ['**/*.js', 'package.json'];
const { passed, message = '', details = '' } = await analyzePackage(folder, patterns);
// Without files it passes too.
if (!passed || message !== '') {
	console.log(`${message}\n${details}`);
	process.exitCode = 1;
}
