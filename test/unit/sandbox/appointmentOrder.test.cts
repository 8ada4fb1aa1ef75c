import { AppointmentOrder } from '../../../sandbox/appointmentOrder.cts';
import type { Appointment } from '../../../sandbox/records/bookings.cts';
import { ids, seedState, STORY_START } from '../../../sandbox/seed.cts';
import { State } from '../../../sandbox/state.cts';

const state = new State();
seedState(state, STORY_START, 1);
const [plain] = state.appointments.values();

/** An appointment of the seed, at another hour. */
function at(hour: number, id: string): Appointment {
	if (!plain) throw new Error(`The seed lacks ${ids.appointments.confirmed}`);
	return { ...plain, id, start: `2026-03-10T${String(hour).padStart(2, '0')}:00:00.000Z` };
}

function orderOf(...appointments: Appointment[]): AppointmentOrder {
	const order = new AppointmentOrder('start');
	for (const appointment of appointments) order.add(appointment);
	return order;
}

function namesIn(order: AppointmentOrder, from?: number, to?: number): string {
	const time = (hour: number | undefined) => (hour === undefined ? hour : at(hour, '').start);
	return order
		.between(time(from), time(to))
		.map(({ id }) => id)
		.join('');
}

it('is by time, then by id, whether it was asked for before or not', () => {
	const order = orderOf(at(12, 'd'), at(9, 'b'), at(9, 'a'), at(10, 'c'));
	expect(namesIn(order)).toBe('abcd');
	for (const late of [at(13, 'z'), at(8, 'y'), at(10, 'b'), at(10, 'x')]) order.add(late);
	expect(namesIn(order)).toBe('yabbcxdz');
});

it('gives a range with both its ends, and either end may be left open', () => {
	const order = orderOf(at(9, 'a'), at(10, 'b'), at(10, 'c'), at(11, 'd'));
	expect(namesIn(order, 10, 10)).toBe('bc');
	expect(namesIn(order, 10)).toBe('bcd');
	expect(namesIn(order, undefined, 10)).toBe('abc');
	expect(namesIn(order, 12)).toBe('');
	expect(namesIn(orderOf(), 9, 12)).toBe('');
});

it('takes out the one that is meant', () => {
	const twins = [at(9, 'a'), at(9, 'b'), at(9, 'c')];
	const order = orderOf(...twins);
	order.remove(at(9, 'b'));
	expect(namesIn(order)).toBe('ac');
});
