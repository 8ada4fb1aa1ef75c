import type { Meanings } from './columns';

/** What every deletion answers with; meetergo itself answers with nothing. */
export function deleted(id: string): { deleted: boolean; id: string } {
	return { deleted: true, id };
}

/** What that means, for the documentation. */
export const deletion: Meanings = {
	deleted: '`true`',
	id: 'ID of what was deleted',
};
