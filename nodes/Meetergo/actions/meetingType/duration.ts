import { wholeNumber } from '../../fields/basic';

/** The length of the meetings of a new type, in minutes, where nothing else is said. */
export const USUAL_DURATION = 30;

const label = {
	displayName: 'Duration (Minutes)',
	name: 'duration',
	min: 5,
	max: 480,
	default: USUAL_DURATION,
};

/** The length of one meeting where its type leaves a choice. */
export const duration = wholeNumber({
	...label,
	description:
		'A length the type allows, for slots and booking alike. Not added means its usual one.',
});

/** The length of the meetings of a type. */
export const usualDuration = wholeNumber({ ...label, description: 'How long a meeting takes' });

/** The same among the settings: a type that exists keeps its own unless it is added. */
export const addedDuration = wholeNumber({
	...label,
	description: `How long a meeting takes. Not added means ${USUAL_DURATION} minutes for a new type.`,
});
