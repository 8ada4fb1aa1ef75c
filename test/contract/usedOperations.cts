import ts from 'typescript';
import type { Operation } from '../../contract/operations.cts';

/** A request as the source of the node writes it. */
export interface Asked {
	/** `undefined` where the source leaves it to a helper. */
	readonly method: string | undefined;
	/** With `{}` for what varies, version prefix included. */
	readonly path: string;
}

/** What the tags of `transport/path.ts` put before a path. */
const MOUNTS: Readonly<Record<string, string>> = { v4: '/v4', root: '' };

/** Every request that a source file of the node asks for: each path it writes, with the method of the call that takes it. */
export function requestsIn(text: string): Asked[] {
	const source = ts.createSourceFile('asked.ts', text, ts.ScriptTarget.Latest, true);
	const asked: Asked[] = [];
	const visit = (node: ts.Node): void => {
		if (ts.isTaggedTemplateExpression(node) && node.tag.getText() in MOUNTS) {
			for (const method of methodsOf(node)) asked.push({ method, path: pathOf(node) });
		}
		ts.forEachChild(node, visit);
	};
	visit(source);
	return asked;
}

/** The operations of the contract that a request may be: one, or all of its path where the method is not to be seen. */
export function operationsOf({ method, path }: Asked, known: readonly Operation[]): Operation[] {
	return known.filter(
		(operation) =>
			(method ?? operation.method) === operation.method &&
			[operation.path, operation.alias].some((own) => own?.replace(/\{\w+\}/g, '{}') === path),
	);
}

function pathOf({ tag, template }: ts.TaggedTemplateExpression): string {
	const mount = MOUNTS[tag.getText()] ?? '';
	if (ts.isNoSubstitutionTemplateLiteral(template)) return mount + template.text;
	return [
		mount,
		template.head.text,
		...template.templateSpans.map(({ literal }) => `{}${literal.text}`),
	].join('');
}

function methodsOf(path: ts.TaggedTemplateExpression): Array<string | undefined> {
	const { parent } = path;
	if (ts.isCallExpression(parent)) return [methodOfCall(parent)];
	// A list is described by its path, and read.
	if (ts.isPropertyAssignment(parent)) return ['GET'];
	if (ts.isVariableDeclaration(parent)) return methodsOfVariable(parent);
	return [undefined];
}

/** The methods of the calls that take a variable, in the block where it is declared. */
function methodsOfVariable({ name, parent }: ts.VariableDeclaration): Array<string | undefined> {
	const methods: Array<string | undefined> = [];
	const visit = (node: ts.Node): void => {
		if (ts.isCallExpression(node)) {
			const takesIt = node.arguments.some((argument) => argument.getText() === name.getText());
			if (takesIt) methods.push(methodOfCall(node));
		}
		ts.forEachChild(node, visit);
	};
	visit(parent.parent.parent);
	return methods.length > 0 ? methods : [undefined];
}

/** By the verbs of `ApiClient`. */
function methodOfCall({ expression, arguments: given }: ts.CallExpression): string | undefined {
	const verb = ts.isPropertyAccessExpression(expression) ? expression.name.text : '';
	const textAt = (index: number): string | undefined => {
		const argument = given[index];
		return argument && ts.isStringLiteral(argument) ? argument.text : undefined;
	};
	if (verb === 'get' || verb === 'find') return 'GET';
	if (verb === 'change') return textAt(0);
	if (verb === 'once') return textAt(3) ?? 'POST';
	return undefined;
}
