import { isObject } from './isObject.cts';

/**
 * The other end of `startChildProcess`: says that this process is ready, and answers what it is asked. Ends the process
 * when nobody is left to ask.
 *
 * @param answer what it throws is told to the parent
 */
export function answerParent(answer: (question: unknown) => Promise<unknown>): void {
	process.on('message', (message) => {
		if (!isObject(message)) return;
		const { id, question } = message;
		answer(question).then(
			(given) => process.send?.({ id, answer: given }),
			(error: unknown) => process.send?.({ id, error: describe(error) }),
		);
	});
	process.on('disconnect', () => process.exit());
	process.send?.({ id: 0 });
}

function describe(error: unknown): { message: string; stack?: string } {
	if (error instanceof Error) return { message: error.message, stack: error.stack };
	return { message: String(error) };
}
