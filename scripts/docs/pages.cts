import type { INodeProperties } from 'n8n-workflow';
import type { Meanings } from '../../nodes/Meetergo/actions/output/columns';
import type { Documented, Operation } from '../../nodes/Meetergo/actions/operation';
import { FACTS } from '../../nodes/Meetergo/actions/output/told';
import { entries, flatten, valuesOf } from './form.cts';
import { eventOutput, triggers } from './triggers.cts';

const DO_NOT_EDIT = '<!-- Made by `npm run docs`. Changes here are overwritten. -->';

/** The README's table of operations, one row each. */
export function operationsTable(): string {
	const rows = entries.map(({ resourceName, operation: { option, onlyWith } }) => {
		const anchor = `${resourceName} ${option.name}`.toLowerCase().replaceAll(' ', '-');
		const what = [option.description, ...keyNeeded(onlyWith)].join('. ');
		return `| ${resourceName} | [${option.name}](docs/operations.md#${anchor}) | ${what} |`;
	});
	return tableOf(['Resource', 'Operation', 'What it does'], rows);
}

/** Which key an operation takes, where not both will do. */
function keyNeeded(onlyWith: Operation['onlyWith']): string[] {
	return onlyWith === undefined ? [] : ['Platform API key only'];
}

const INTRO = `Every operation with its fields and its output. *Name* is what a saved workflow stores, and what an expression or an
agent fills. *Output* names what a record holds, in *Simplified* where the operation lets you choose; what meetergo does not
tell is \`null\`. Whatever is marked "(Selected Fields only)" comes where you name it under *Selected Fields*, as does any field of
the raw record.

Any record may tell besides, in every kind of output:`;

/** A page with the fields and the output of every operation. */
export function operationsPage(): string {
	const sections = entries.map(({ resourceName, operation }) => {
		return [
			`## ${resourceName} ${operation.option.name}`,
			'',
			[operation.option.description, ...keyNeeded(operation.onlyWith), ''].join('. ').trim(),
			'',
			fieldTable(operation.properties),
			'',
			outputTable(operation),
			'',
		].join('\n');
	});
	const facts = tableOf(['Field', 'Meaning'], meaningRows(FACTS));
	return ['# Operations', '', DO_NOT_EDIT, '', INTRO, '', facts, '', ...sections].join('\n');
}

const TRIGGER_INTRO = `The two triggers with their fields and their output. The README tells which one to choose. A booking is shown as *Booking > Get*
shows it. An event that is not about a booking gives what meetergo has sent, with \`event\` and \`eventKey\`.`;

/** A page with the fields and the output of the triggers. */
export function triggersPage(): string {
	const sections = triggers.map(({ displayName, about, properties }) =>
		[`## ${displayName}`, '', about, '', fieldTable(properties), ''].join('\n'),
	);
	const output = ['## Output', '', outputTable(eventOutput), ''];
	return ['# Triggers', '', DO_NOT_EDIT, '', TRIGGER_INTRO, '', ...sections, ...output].join('\n');
}

function fieldTable(properties: readonly INodeProperties[]): string {
	const rows = flatten(properties)
		.filter(({ property }) => !['collection', 'fixedCollection'].includes(property.type))
		.map(
			({ path, property }) => `| ${property.displayName} | \`${path}\` | ${meaning(property)} |`,
		);
	return tableOf(['Field', 'Name', 'Meaning'], rows);
}

/** What an operation gives; what has to be selected comes last. */
function outputTable({ output, more }: Documented): string {
	return tableOf(
		['Output', 'Meaning'],
		[...meaningRows(output), ...meaningRows(more, ' (Selected Fields only)')],
	);
}

function tableOf(headings: readonly string[], rows: readonly string[]): string {
	return [`| ${headings.join(' | ')} |`, `|${'---|'.repeat(headings.length)}`, ...rows].join('\n');
}

function meaningRows(meanings: Meanings, note = ''): string[] {
	return Object.entries(meanings).map(
		([name, text]) => `| \`${name}\` | ${escaped(text)}${note}. |`,
	);
}

function meaning(property: INodeProperties): string {
	const { description = '', required, type } = property;
	// Lists that come from meetergo have no values of their own.
	const values = (valuesOf(property) ?? []).map((value) => `\`${String(value)}\``).join(', ');
	const many = type === 'multiOptions' ? 'Some' : 'One';
	const parts = [
		required === true ? 'Required.' : '',
		description === '' ? '' : `${description.replace(/<[^>]+>/g, '').replace(/\.$/, '')}.`,
		values === '' ? '' : `${many} of ${values}.`,
	];
	return escaped(parts.filter(Boolean).join(' '));
}

/** A text inside a table. */
function escaped(text: string): string {
	return text.replaceAll('|', '\\|');
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
