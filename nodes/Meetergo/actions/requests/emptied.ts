/** A text that was removed, for properties that take no `null`. */
export function emptied(text: string | null | undefined): string | undefined {
	return text === null ? '' : text;
}
