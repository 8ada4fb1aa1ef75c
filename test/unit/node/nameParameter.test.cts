import { nameParameter } from '../../../nodes/Meetergo/actions/nameParameter';
import { failureOf } from '../../../nodes/Meetergo/transport/failures';

const field = (displayName: string, name: string) => ({
	displayName,
	name,
	type: 'string' as const,
	default: '',
});

const properties = [
	field('Attendee Email', 'attendeeEmail'),
	field('Email', 'email'),
	{
		...field('Additional Fields', 'additionalFields'),
		type: 'collection' as const,
		options: [field('Buffer Before', 'bufferBefore')],
	},
];

function named(...fields: string[]) {
	const failure = failureOf('requestRefused', {
		fields: fields.map((name) => ({ field: name, message: 'is wrong' })),
	});
	return nameParameter(failure, properties).parameter;
}

it.each([
	['attendee.email', 'Attendee Email'],
	['email', 'Email'],
	['guest.email', 'Email'],
	['meetingInfo.bufferBefore', 'Buffer Before'],
	['meetingInfo.colour', undefined],
])('calls %s by the name it has in the form', (path, displayName) => {
	expect(named(path)).toBe(displayName);
});

it('takes the first property that is in the form', () => {
	expect(named('meetingInfo.colour', 'meetingInfo.bufferBefore')).toBe('Buffer Before');
});

it('leaves a name that is known already', () => {
	const failure = failureOf('requestRefused', { parameter: 'Slug' });
	expect(nameParameter(failure, properties)).toBe(failure);
});
