import type { IDataObject } from 'n8n-workflow';
import { type PersonalPage, personalPage } from '../../api/personalPages';
import { isObject } from '../../transport/isObject';
import type { ApiClient } from '../../transport/types';
import { told } from '../output/told';
import { perItem } from '../perItem';
import { inTurn } from '../requests/inTurn';
import { tellNotKept } from '../requests/notKept';
import { readAfterwards } from '../requests/readAfterwards';
import { comparable, pageBody, withOtherProfiles } from './body';
import { moreOfPersonalPage, personalPageColumns } from './personalPage.columns';
import { updates } from './update.fields';

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
