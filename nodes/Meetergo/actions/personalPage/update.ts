import type { IDataObject } from 'n8n-workflow';
import { type PersonalPage, personalPage } from '../../api/personalPages';
import { isBlank } from '../../fields/field';
import { isObject } from '../../transport/isObject';
import type { ApiClient } from '../../transport/types';
import { told } from '../output/told';
import { perItem } from '../perItem';
import { emptied } from '../requests/emptied';
import { inTurn } from '../requests/inTurn';
import { tellNotKept } from '../requests/notKept';
import { group, only, onlySet, without } from '../requests/onlySet';
import { readAfterwards } from '../requests/readAfterwards';
import { moreOfPersonalPage, personalPageColumns } from './personalPage.columns';
import { profileFields, type Updates, updates } from './update.fields';

const PROFILES = Object.keys(profileFields);

export const update = perItem({
	option: {
		name: 'Update',
		value: 'update',
		description: 'Update the public page settings; what is not added stays',
		action: 'Update a personal page',
	},
	actingUser: 'required',
	effect: 'change',
	fields: { updates },
	async run({ updates: given }, api) {
		return await inTurn('personal page', api, async () => {
			const read = async () => await api.get<PersonalPage>(personalPage);
			const changes = pageBody(given);
			const needsLook = changes.onlineProfiles !== undefined;
			const sent = needsLook ? withOtherProfiles(changes, await read()) : changes;
			const answer = await api.change('PATCH', personalPage, { body: sent });
			const page = pageIn(answer, sent) ?? (await readAfterwards('the page', read, api));
			if ('primaryColor' in sent || 'secondaryColor' in sent) tellHiddenColors(page, api);
			return told(page, { notKept: tellNotKept(comparable(sent), comparable(page), api) });
		});
	},
	simplify: personalPageColumns,
	more: moreOfPersonalPage,
});

/** The page in an answer. No property is promised, so it has to show what was sent and a switch that every page has. */
function pageIn(answer: unknown, sent: IDataObject): PersonalPage | undefined {
	const names = ['showAllMeetingTypes', ...Object.keys(sent)];
	return isObject(answer) && names.every((name) => name in answer) ? answer : undefined;
}

/** meetergo keeps colors that it does not show, without an error. */
function tellHiddenColors({ useCustomColors }: PersonalPage, api: Pick<ApiClient, 'hint'>): void {
	if (useCustomColors !== false) return;
	api.hint('The page does not show its colors. Add Use Custom Colors to show them.');
}

/** The changes of a page as the API takes them: only what was given, and the profiles in a group of their own. */
function pageBody(given: Updates): IDataObject {
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
function withOtherProfiles(body: IDataObject, { onlineProfiles }: PersonalPage): IDataObject {
	// The API takes no `null` among them.
	const there = Object.entries(onlineProfiles ?? {}).filter(([, value]) => !isBlank(value));
	return {
		...body,
		onlineProfiles: { ...Object.fromEntries(there), ...groupIn(body) },
	};
}

/** A page or its changes with all values as texts that can be compared: lists in their order, colors in small letters. */
function comparable(page: IDataObject): IDataObject {
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
