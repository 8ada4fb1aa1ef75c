import { wholeNumber } from '../../fields/basic';

/** The length of one meeting where its type leaves a choice. */
export const duration = wholeNumber({
	displayName: 'Duration (Minutes)',
	name: 'duration',
	description: 'One of the lengths the meeting type allows; not added means its usual length',
	min: 5,
	max: 480,
	default: 30,
});
