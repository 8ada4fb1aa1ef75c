import { wholeNumber } from '../../fields/basic';

const label = {
	displayName: 'Duration (Minutes)',
	name: 'duration',
	min: 5,
	max: 480,
	default: 30,
};

/** The length of one meeting where its type leaves a choice. */
export const duration = wholeNumber({
	...label,
	description:
		'A length the meeting type allows; the same for slots and booking. Not added means its usual length.',
});

/** The length of the meetings of a type. */
export const usualDuration = wholeNumber({ ...label, description: 'How long a meeting takes' });
