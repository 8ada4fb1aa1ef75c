import { type PersonalPage, personalPage } from '../../api/personalPages';
import { perItem } from '../perItem';
import { moreOfPersonalPage, personalPageColumns } from './personalPage.columns';

export const get = perItem({
	option: {
		name: 'Get',
		value: 'get',
		description: 'Get the public page settings',
		action: 'Get a personal page',
	},
	actingUser: 'required',
	effect: 'read',
	fields: {},
	run: async (_item, api) => await api.get<PersonalPage>(personalPage),
	simplify: personalPageColumns,
	more: moreOfPersonalPage,
});
