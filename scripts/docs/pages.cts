import type { INodeProperties } from 'n8n-workflow';
import type { Operation } from '../../nodes/Meetergo/actions/operation';
import { entries, flatten } from './form.cts';

const DO_NOT_EDIT = '<!-- Made by `npm run docs`. Changes here are overwritten. -->';

/** The README's table of operations, one row each. */
export function operationsTable(): string {
	const rows = entries.map(({ resourceName, operation: { option, onlyWith } }) => {
		const anchor = `${resourceName} ${option.name}`.toLowerCase().replaceAll(' ', '-');
		const what = [option.description, ...keyNeeded(onlyWith)].join('. ');
		return `| ${resourceName} | [${option.name}](docs/operations.md#${anchor}) | ${what} |`;
	});
	return ['| Resource | Operation | What it does |', '|---|---|---|', ...rows].join('\n');
}

/** Which key an operation takes, where not both will do. */
function keyNeeded(onlyWith: Operation['onlyWith']): string[] {
	return onlyWith === undefined ? [] : ['Platform API key only'];
}

/** A page with the fields of every operation. */
export function operationsPage(): string {
	const sections = entries.map(({ resourceName, operation }) => {
		const rows = flatten(operation.properties)
			.filter(({ property }) => !['collection', 'fixedCollection'].includes(property.type))
			.map(
				({ path, property }) => `| ${property.displayName} | \`${path}\` | ${meaning(property)} |`,
			);
		return [
			`## ${resourceName} ${operation.option.name}`,
			'',
			[operation.option.description, ...keyNeeded(operation.onlyWith), ''].join('. ').trim(),
			'',
			'| Field | Name | Meaning |',
			'|---|---|---|',
			...rows,
			'',
		].join('\n');
	});
	const intro =
		'Every operation with its fields. *Name* is what a saved workflow stores, and what an expression or an agent fills.';
	return ['# Operations', '', DO_NOT_EDIT, '', intro, '', ...sections].join('\n');
}

function meaning({ description = '', required, options, type }: INodeProperties): string {
	const values =
		type === 'options'
			? options?.flatMap((option) => ('value' in option ? [`\`${option.value}\``] : []))
			: undefined;
	const parts = [
		required === true ? 'Required.' : '',
		`${description.replace(/<[^>]+>/g, '').replace(/\.$/, '')}.`,
		values === undefined ? '' : `One of ${values.join(', ')}.`,
	];
	return parts.filter(Boolean).join(' ').replaceAll('|', '\\|');
}

/** Puts a text between the two markers of its name. */
export function fillIn(page: string, name: string, text: string): string {
	const [start, end] = [`<!-- ${name}:start -->`, `<!-- ${name}:end -->`];
	const from = page.indexOf(start);
	const until = page.indexOf(end);
	if (from < 0 || until < from)
		throw new Error(`The page has no place for "${name}": ${start} ... ${end}`);
	return `${page.slice(0, from + start.length)}\n${text}\n${page.slice(until)}`;
}
