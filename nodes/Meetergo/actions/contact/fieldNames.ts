import type { Failure } from '../../transport/types';

/** What a contact has under another name than what was sent. */
export const SENT_UNDER_OTHER_NAMES = {
	accountOwnerEmail: 'Owner Email',
	crmCompanyRef: 'Company Name or ID',
} as const;

const FIELDS = Object.entries({ email: 'Email', ...SENT_UNDER_OTHER_NAMES });

/** What meetergo says, with fields called as the form calls them. */
export function inWordsOfForm(said: string): string {
	return Object.entries(SENT_UNDER_OTHER_NAMES).reduce(
		(text, [name, displayName]) => text.replaceAll(name, displayName),
		said,
	);
}

/** Says of a refusal which field of the form it is about. */
export function namingField(failure: Failure): Failure {
	const [, parameter] =
		FIELDS.find(([name]) => failure.fields.some(({ field }) => field === name)) ?? [];
	return parameter === undefined ? failure : blamedOn(parameter, failure);
}

/** A failure that a field of the form is to blame for. */
export function blamedOn(parameter: string, failure: Failure): Failure {
	return { ...failure, parameter, message: `${parameter}: ${failure.message}` };
}
