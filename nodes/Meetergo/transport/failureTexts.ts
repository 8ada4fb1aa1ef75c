import type { FailureCode } from './types';

interface FailureText {
	/** What happened. */
	readonly message: string;
	/** What to do about it. */
	readonly advice: string;
}

export const failureTexts: Readonly<Record<FailureCode, FailureText>> = {
	invalidInput: {
		message: 'A value is not valid',
		advice: 'Correct the value.',
	},
	credentialRejected: {
		message: 'meetergo did not accept the credential',
		advice:
			'The key has expired (platform keys expire after 1 to 90 days), was revoked or is incomplete. Check the credential, or create a new key in meetergo.',
	},
	permissionDenied: {
		message: 'meetergo did not allow this',
		advice:
			'The token may lack a permission group such as Scheduling or CRM, or the role or the plan of its owner does not include this.',
	},
	planLimitReached: {
		message: 'The allowance of the meetergo plan is used up',
		advice: 'Free a place or upgrade the plan.',
	},
	notFound: {
		message: 'meetergo could not find what was asked for',
		advice: 'It may have been deleted, or it belongs to a user that is out of reach. Check the ID.',
	},
	limitReached: {
		message: 'meetergo allows no more of these',
		advice: 'Only a fixed number may exist at a time. Delete one that is no longer needed.',
	},
	slotOccupied: {
		message: 'The time is not offered, or no longer free',
		advice: 'Get the free slots again and choose another start.',
	},
	noSlotLeft: {
		message: 'No slot is left',
		advice: 'Choose a longer window or fewer preferences, or add other meeting types.',
	},
	conflict: {
		message: 'The change conflicts with something that exists',
		advice: 'The slug or the time may be taken, or the record is still in use elsewhere.',
	},
	requestRefused: {
		message: 'meetergo refused the request',
		advice: 'Check the values that were sent.',
	},
	rateLimited: {
		message: 'The rate limit of meetergo is used up',
		advice: 'Raise Max Wait, or lower Requests per Minute in the credential.',
	},
	serverError: {
		message: 'meetergo failed to process the request',
		advice: 'Try again later.',
	},
	unreachable: {
		message: 'meetergo could not be reached',
		advice: 'Nothing was sent. Check the network and the Base URL of the credential.',
	},
	connectionLost: {
		message: 'The connection to meetergo broke',
		advice: 'The answer was lost. Check the network and try again.',
	},
	timedOut: {
		message: 'meetergo did not answer in time',
		advice: 'Try again later.',
	},
	unreadableAnswer: {
		message: 'meetergo sent an answer that could not be read',
		advice:
			'Something else, such as a proxy or a sign-in page, may have answered. Check the Base URL of the credential.',
	},
	cancelled: {
		message: 'The execution was cancelled',
		advice: 'Nothing more was sent.',
	},
	unexpected: {
		message: 'The request could not be made',
		advice: 'Nothing was sent. Check the credential.',
	},
};

interface Hint {
	/** The words of the server that give the cause away. */
	readonly says: RegExp;
	/** Takes the place of the advice for the code. */
	readonly advice: string;
	/** The display name of the field to mend, where every operation has it. */
	readonly parameter?: string;
	/** The property it is about, by its name on the wire; `id` for the record itself. */
	readonly field?: string;
}

export const hints: readonly Hint[] = [
	{
		says: /x-meetergo-api-user-id/i,
		advice: 'A platform key acts for a user. Choose one in Act As User or in the credential.',
		parameter: 'Act As User',
	},
	{
		says: /Expected hostIds or queueId/i,
		advice: 'The meeting type names neither a host nor a queue. Choose the host.',
	},
	{
		says: /\bslug\b.*\b(?:exists|taken|in use)\b/i,
		advice: 'Another page has this address already. Choose another slug.',
		field: 'slug',
	},
	{
		says: /\be-?mail\b.*\b(?:exists|taken|in use)\b/i,
		advice: 'Somebody has this mail address already. Choose another one.',
		field: 'email',
	},
	{
		says: /\bnot pending\b/i,
		advice: 'It was confirmed, declined or has expired already. Only what still waits can change.',
		field: 'id',
	},
	{
		says: /One availability is required/i,
		advice: 'A user keeps at least one schedule. Create another one before this one goes.',
	},
	{
		// The transport's own words for the records that share a schedule.
		says: /(?:^|; )used by /,
		advice: 'It is still in use. Give these meeting types another schedule before this one goes.',
	},
];
