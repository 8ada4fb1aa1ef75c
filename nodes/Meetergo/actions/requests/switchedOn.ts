/** A switch as a query takes it: a server may take the text "false" for true, so only true is ever sent. */
export function switchedOn(value: boolean | undefined): true | undefined {
	return value === true ? true : undefined;
}
