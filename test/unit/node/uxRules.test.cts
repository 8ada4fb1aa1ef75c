import { execFileSync } from 'node:child_process';
import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { table } from '../../../nodes/Meetergo/actions';
import { formOf } from '../../../nodes/Meetergo/actions/form/description';
import { pollForm } from '../../../nodes/Meetergo/trigger/poll/form';
import { webhookForm } from '../../../nodes/Meetergo/trigger/webhook/form';

const forms = { Form: formOf(table), Webhook: webhookForm, Poll: pollForm };

const root = join(__dirname, '..', '..', '..');

/**
 * n8n's linter reads forms as literals; ours is made from a table, so it sees only the parts. Here it gets the whole,
 * written out, and has to find nothing.
 */
it('keeps n8n’s rules for forms', () => {
	const cache = join(root, 'node_modules', '.cache');
	mkdirSync(cache, { recursive: true });
	const folder = mkdtempSync(join(cache, 'form-'));
	try {
		const nodes = join(folder, 'nodes');
		mkdirSync(nodes);
		for (const [name, form] of Object.entries(forms)) {
			const text = JSON.stringify(form, null, '\t').replace(/^(\t*)"(\w+)":/gm, '$1$2:');
			writeFileSync(
				join(nodes, `${name}Description.ts`),
				`import type { INodeProperties } from 'n8n-workflow';\n\nexport const form: INodeProperties[] = ${text};\n`,
			);
		}
		expect(findings(folder)).toEqual([]);
	} finally {
		rmSync(folder, { recursive: true });
	}
});

/** What the rules of eslint-plugin-n8n-nodes-base find. In a process of its own: ESLint is an ES module. */
function findings(folder: string): unknown {
	const script = `
		import { ESLint } from 'eslint';
		import parser from '@typescript-eslint/parser';
		import plugin from 'eslint-plugin-n8n-nodes-base';
		const eslint = new ESLint({
			cwd: process.argv[1],
			overrideConfigFile: true,
			overrideConfig: [{
				files: ['**/*.ts'],
				languageOptions: { parser },
				plugins: { 'n8n-nodes-base': plugin },
				rules: {
					...plugin.configs.nodes.rules,
					'n8n-nodes-base/node-param-type-options-max-value-present': 'off',
					// The days of a week have an order of their own.
					'n8n-nodes-base/node-param-multi-options-type-unsorted-items': 'off',
				},
			}],
		});
		const results = await eslint.lintFiles(['nodes']);
		console.log(JSON.stringify(results.flatMap(({ messages }) => messages.map(({ line, ruleId, message }) => line + ': ' + message + ' (' + ruleId + ')'))));
	`;
	const printed = execFileSync('node', ['--input-type=module', '--eval', script, folder], {
		cwd: root,
		encoding: 'utf8',
	});
	return JSON.parse(printed);
}
