import type { IDataObject } from 'n8n-workflow';
import type { PersonalPage } from '../../api/personalPages';
import { isBlank } from '../../fields/field';
import { isObject } from '../../transport/isObject';
import { emptied } from '../requests/emptied';
import { group, only, onlySet, without } from '../requests/onlySet';
import { profileFields, type Updates } from './update.fields';

const PROFILES = Object.keys(profileFields);

/** The changes of a page as the API takes them: only what was given, and the profiles in a group of their own. */
export function pageBody(given: Updates): IDataObject {
	const { meetingTypeOrder, customLinks, headerImage, ...others } = given;
	const texts = Object.entries(others).map(([name, value]) => [
		name,
		typeof value === 'boolean' ? value : emptied(value),
	]);
	const values: IDataObject = {
		...Object.fromEntries(texts),
		// The only property that takes `null`.
		headerImage,
		meetingTypeOrder: meetingTypeOrder && [...meetingTypeOrder],
		customLinks: customLinks?.map((link) => onlySet({ ...link })),
	};
	return {
		...onlySet(without(values, ...PROFILES)),
		...group('onlineProfiles', only(values, ...PROFILES)),
	};
}

/**
 * The same changes with the profiles that the page has besides: whether a write completes the group or replaces it as a whole
 * is not published, and no profile is to be lost.
 */
export function withOtherProfiles(
	body: IDataObject,
	{ onlineProfiles }: PersonalPage,
): IDataObject {
	// The API takes no `null` among them.
	const there = Object.entries(onlineProfiles ?? {}).filter(([, value]) => !isBlank(value));
	return {
		...body,
		onlineProfiles: { ...Object.fromEntries(there), ...groupIn(body) },
	};
}

/** A page or its changes with all values as texts that can be compared: lists in their order, colors in small letters. */
export function comparable(page: IDataObject): IDataObject {
	const { primaryColor, secondaryColor, meetingTypeOrder } = page;
	const profiles = groupIn(page);
	return {
		...page,
		...onlySet({
			primaryColor: inSmallLetters(primaryColor),
			secondaryColor: inSmallLetters(secondaryColor),
			meetingTypeOrder: Array.isArray(meetingTypeOrder) ? meetingTypeOrder.join() : undefined,
		}),
		...group('onlineProfiles', { ...profiles, ...onlySet({ customLinks: linksIn(profiles) }) }),
	};
}

function groupIn({ onlineProfiles }: IDataObject): IDataObject {
	return isObject(onlineProfiles) ? { ...onlineProfiles } : {};
}

function inSmallLetters(value: unknown): string | undefined {
	return typeof value === 'string' ? value.toLowerCase() : undefined;
}

/** Links as one text, without what meetergo adds to them. */
function linksIn({ customLinks }: IDataObject): string | undefined {
	if (!Array.isArray(customLinks)) return undefined;
	const links = customLinks.map((link) => {
		const { name, url, icon } = isObject(link) ? link : {};
		return [name, url, icon ?? ''];
	});
	return JSON.stringify(links);
}
