import { nameParameter } from '../../../nodes/Meetergo/actions/loop/nameParameter';
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
	return nameParameter(failure, { properties, effect: 'change' }).parameter;
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
	expect(nameParameter(failure, { properties, effect: 'change' })).toBe(failure);
});

describe('a record that has to be chosen', () => {
	const schedule = { ...field('Schedule', 'scheduleId'), type: 'resourceLocator' as const };
	const chosen = [{ ...schedule, required: true }];

	it.each([
		['is named when it is not found', 'notFound', 'change', 'Schedule'],
		['is named when it cannot go', 'conflict', 'destroy', 'Schedule'],
		['is named when meetergo refuses to let it go', 'requestRefused', 'destroy', 'Schedule'],
		['is not to blame when a change conflicts', 'conflict', 'change', undefined],
		['is not to blame when a change is refused', 'requestRefused', 'change', undefined],
		['is not to blame when it may not go', 'permissionDenied', 'destroy', undefined],
	] as const)('%s', (_what, code, effect, parameter) => {
		const failure = failureOf(code, { httpCode: 409 });
		expect(nameParameter(failure, { properties: chosen, effect }).parameter).toBe(parameter);
	});

	it('is not named where it need not be chosen', () => {
		const failure = failureOf('notFound');
		expect(nameParameter(failure, { properties: [schedule], effect: 'read' })).toBe(failure);
	});
});
