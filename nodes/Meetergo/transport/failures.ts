import { failureTexts, hints } from './failureTexts';
import { readServerText, sayable, type ServerText } from './serverText';
import type { Failure, FailureCode, Fault, Outcome, Reply } from './types';

interface Particulars extends Partial<Omit<Failure, 'code' | 'description'>> {
	/** What to do, where more is known than the code tells. */
	readonly advice?: string;
	/** What the server or the network said. */
	readonly detail?: string;
}

/** A failure in the words of its code. */
export function failureOf(code: FailureCode, particulars: Particulars = {}): Failure {
	const { advice = failureTexts[code].advice, detail, ...rest } = particulars;
	return {
		code,
		message: failureTexts[code].message,
		description: detail ? `${advice} ${detail}` : advice,
		fields: [],
		mayHaveHappened: false,
		waitedMs: 0,
		...rest,
	};
}

/** Tells one thing more about a failure; what the server said before seldom ends like a sentence. */
export function addSentence(failure: Failure, sentence: string): Failure {
	const { description } = failure;
	const end = /[.!?…]$/.test(description) ? '' : '.';
	return { ...failure, description: `${description}${end} ${sentence}` };
}

const doubtful: ReadonlySet<FailureCode> = new Set([
	'serverError',
	'connectionLost',
	'timedOut',
	'unreadableAnswer',
	'cancelled',
]);

/**
 * Reads what one attempt brought back. An answer without content is `undefined`.
 * @param isRead whether an answer has to hold a record or a list
 */
export function readReply(reply: Reply, isRead = false): Outcome {
	return 'fault' in reply ? readFault(reply) : readAnswer(reply, isRead);
}

/** Whether the server may have acted on the attempt that failed so. */
export function leavesDoubt(failure: Failure): boolean {
	return doubtful.has(failure.code);
}

const faultCodes: Readonly<Record<Fault, FailureCode>> = {
	notMade: 'unexpected',
	neverSent: 'unreachable',
	cutOff: 'connectionLost',
	timedOut: 'timedOut',
	cancelled: 'cancelled',
};

function readFault({ fault, text }: Extract<Reply, { fault: Fault }>): Outcome {
	// What went wrong on this side says more than any text of ours.
	if (fault === 'notMade' && text)
		return { failure: failureOf('unexpected', { message: sayable(text) }) };
	return { failure: failureOf(faultCodes[fault], { detail: `Cause: ${sayable(text)}` }) };
}

function readAnswer(reply: Extract<Reply, { status: number }>, isRead: boolean): Outcome {
	const { status, headers, body } = reply;
	const content = contentOf(body);
	if (status < 300) {
		const isEnough = content && !(isRead && typeof content.answer !== 'object');
		return isEnough ? content : { failure: unreadable(status, String(body)) };
	}

	const said = readServerText(content ? content.answer : body);
	const hint = hints.find(({ says }) => says.test(said.text));
	const isRedirect = status < 400;
	const text = isRedirect ? `a redirect to ${sayable(headers.location ?? '')}` : said.text;
	return {
		failure: failureOf(codeOf(status, said), {
			advice: isRedirect ? failureTexts.unreadableAnswer.advice : hint?.advice,
			parameter: hint?.parameter,
			detail: text && `meetergo answered: ${text}`,
			httpCode: status,
			fields: hint?.field ? [...said.fields, { field: hint.field, message: text }] : said.fields,
		}),
	};
}

const statusCodes: Readonly<Record<number, FailureCode>> = {
	401: 'credentialRejected',
	403: 'permissionDenied',
	404: 'notFound',
	406: 'limitReached',
	409: 'conflict',
	429: 'rateLimited',
};

function codeOf(status: number, { code, text }: ServerText): FailureCode {
	if ((status === 400 || status === 409) && /slot-occupied/i.test(`${code} ${text}`))
		return 'slotOccupied';
	if (status === 403 && code === 'PLAN_LIMIT_REACHED') return 'planLimitReached';
	return statusCodes[status] ?? (status >= 500 ? 'serverError' : 'requestRefused');
}

/** Answers may be empty, so none is parsed blindly. */
function contentOf(body: unknown): { answer: unknown } | undefined {
	if (typeof body !== 'string') return { answer: body ?? undefined };
	if (body.trim() === '') return { answer: undefined };
	try {
		return { answer: JSON.parse(body) ?? undefined };
	} catch {
		return undefined;
	}
}

function unreadable(status: number, body: string): Failure {
	// Half a record may hold half a secret, so it is not shown.
	const detail = /^\s*[[{]/.test(body) ? 'JSON that breaks off' : sayable(body) || 'empty';
	return failureOf('unreadableAnswer', { detail: `The answer was ${detail}`, httpCode: status });
}
