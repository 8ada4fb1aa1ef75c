import type { IDataObject } from 'n8n-workflow';
import { webAddress } from '../../fields/address';
import { required } from '../../fields/field';
import { isObject } from '../../transport/isObject';
import { v4 } from '../../transport/path';
import type { Once } from '../../transport/types';
import { perItem } from '../perItem';

const displayName = 'Page URL';

const pageUrl = required(
	webAddress({
		displayName,
		name: 'pageUrl',
		placeholder: 'e.g. https://calendly.com/lena-okafor',
		description: 'Address of the public booking page at another scheduling service',
	}),
	displayName,
);

/** What was made bears no sign of where it came from. */
const once: Once<IDataObject> = {
	proof: 'none',
	read: (answer) => (isImport(answer) ? answer : undefined),
	howToCheck:
		'Look at Meeting Type > Get Many before you import the page again: whatever is there already would be made twice.',
};

function isImport(answer: unknown): answer is IDataObject {
	return isObject(answer) && ('created' in answer || 'failed' in answer);
}

export const importPage = perItem({
	option: {
		name: 'Import Page',
		value: 'importPage',
		description:
			'Make meeting types like those of a page at another service; each import makes them anew',
		action: 'Import meeting types from a page anew with each run',
	},
	actingUser: 'required',
	effect: 'change',
	fields: { pageUrl },
	run: async ({ pageUrl: url }, api) => (await api.once(v4`/import`, { url }, once)).record,
	gives: {
		provider: 'Name of the service',
		created: 'What was made',
		failed: 'What could not be made',
	},
});
