import { nameParts } from '../../../nodes/Meetergo/api/people';

it.each([
	['two parts', { firstname: 'Tomas', lastname: 'Berg' }, 'Tomas', 'Berg'],
	['parts of a host', { givenName: 'Lena', familyName: 'Okafor' }, 'Lena', 'Okafor'],
	['parts before the whole', { firstname: 'Anna', fullname: 'Anna Berg' }, 'Anna', null],
	['a last name alone', { lastname: 'Berg' }, null, 'Berg'],
	['a whole of two words', { fullname: 'Tomas Berg' }, 'Tomas', 'Berg'],
	['a whole of three words', { fullname: ' Anna  Maria Berg ' }, 'Anna Maria', 'Berg'],
	['a whole beside blank parts', { firstname: '', lastname: ' ', fullname: 'A B' }, 'A', 'B'],
	['a single word', { fullName: 'Cher' }, null, 'Cher'],
	['blanks', { fullname: ' ' }, null, null],
	['no name', {}, null, null],
	['nobody', undefined, null, null],
])('takes first and last name from %s', (_what, person, first, last) => {
	expect(nameParts(person)).toEqual({ first, last });
});
