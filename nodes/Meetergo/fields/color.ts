import { type Label, withoutPlaceholder } from './basic';
import { type Field, isBlank, shown } from './field';

const HEX = /^#?([\da-f]{3}|[\da-f]{6})$/i;

/** A color in hexadecimal digits. The short form of three digits is written out, as not every server knows it. */
export function color(spec: Label): Field<string | undefined> {
	const { name, displayName } = spec;
	return {
		properties: [{ ...withoutPlaceholder(spec), type: 'color', default: '' }],
		read(form) {
			const value = form.value(name);
			if (isBlank(value)) return undefined;
			const digits = HEX.exec(String(value).trim())?.[1]?.toLowerCase();
			if (digits === undefined) {
				return form.refuse(displayName, `${shown(value)} is not a hex color, e.g. #1f6f54`);
			}
			return `#${digits.length === 3 ? digits.replace(/./g, '$&$&') : digits}`;
		},
	};
}
