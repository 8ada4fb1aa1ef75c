import { type Label, text } from './basic';
import { type Field, shown } from './field';

/** A web address. Only its form is checked. */
export function webAddress(spec: Label): Field<string | undefined> {
	const { properties, read } = text(spec);
	return {
		properties,
		read(form) {
			const address = read(form);
			if (address === undefined || /^https:\/\/[^\s/]+\.[^\s]+$/i.test(address)) return address;
			return form.refuse(
				spec.displayName,
				`${shown(address)} is not a web address, which begins with https://`,
			);
		},
	};
}
