/** What every deletion answers with; meetergo itself answers with nothing. */
export function deleted(id: string): { deleted: boolean; id: string } {
	return { deleted: true, id };
}
